import * as v from 'valibot'
import { bodyShape, type ArticleBody } from './body-pack.ts'
import { parseShape } from './contract-error.ts'
import { schemaVersion } from './schema-version.ts'
import { summaryShape, type PostSummary } from './timeline-shard.ts'

/** Id of the data block in a prerendered page. */
export const articleBlockId = 'broadsheet-article'

const blockShape = v.object({
  /** Version of every wire shape. A page of another version is ignored. */
  schemaVersion: v.literal(schemaVersion),
  /** The row of the post, as in its shard. */
  summary: summaryShape,
  /** The body of the post without its text, which is in the page itself, and without the whole source page. */
  body: v.omit(bodyShape, ['id', 'parts', 'page']),
  /** True when the body in the pack has a `page`; absent when it has none. */
  hasPage: v.optional(v.literal(true)),
})

/**
 * Data of the article embedded in its prerendered page, in addition to the text, so that the reader need not fetch it.
 */
export type ArticleBlock = v.InferOutput<typeof blockShape>

/**
 * Builds the data block of an article's page. It has no ordinal, so that an older post added to the archive changes no
 * page.
 */
export function toArticleBlock(summary: PostSummary, body: ArticleBody): ArticleBlock {
  const { id: _, parts: _parts, page, ...rest } = body
  return {
    schemaVersion,
    summary,
    body: rest,
    ...(page === undefined ? {} : { hasPage: true }),
  }
}

/** @throws ContractError when the shape is wrong. */
export function parseArticleBlock(value: unknown): ArticleBlock {
  return parseShape(blockShape, 'article block', value)
}
