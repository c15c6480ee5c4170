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
  /** The row of the post, as in its shard, but without the excerpt of a post that has a title. */
  summary: summaryShape,
  /**
   * The body of the post without its text, which is in the page itself, and without the whole source page. Without the
   * address of the original as well, where the link to it in the page gives the same address.
   */
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
  const { id: _, parts: _parts, page, sourceUrl, ...rest } = body
  const isInLink = sourceUrl !== undefined && isPlainUrl(sourceUrl)
  return {
    schemaVersion,
    summary: summary.title === undefined ? summary : withoutExcerpt(summary),
    body: sourceUrl === undefined || isInLink ? rest : { ...rest, sourceUrl },
    ...(page === undefined ? {} : { hasPage: true }),
  }
}

/** Whether a browser reads an address from a link exactly as it is. */
function isPlainUrl(url: string): boolean {
  return /^https?:/.test(url) && URL.canParse(url) && new URL(url).href === url
}

function withoutExcerpt(summary: PostSummary): PostSummary {
  const { excerpt: _, ...rest } = summary
  return rest
}

/** @throws ContractError when the shape is wrong. */
export function parseArticleBlock(value: unknown): ArticleBlock {
  return parseShape(blockShape, 'article block', value)
}
