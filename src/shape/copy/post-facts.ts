import type { ArticleBody } from '#contract/body-pack.ts'
import { gapNames } from '#contract/statistics-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { CountedPost } from '../count-archive.ts'
import type { FacetIndex } from '../facets/facet-value.ts'
import type { ReadFacts } from '../long-reads.ts'
import { newestFirst } from './newest-first.ts'
import type { WholePost } from './archive-posts.ts'

/** What of a copied post the files beside rows and bodies are made from. */
export type PostFacts = Pick<
  PostSummary,
  | 'id'
  | 'title'
  | 'kind'
  | 'length'
  | 'language'
  | 'author'
  | 'sourceHost'
  | 'collection'
  | 'publishedAt'
  | 'publishedOn'
  | 'supersededBy'
> &
  Pick<ArticleBody, 'file'>

/** The facts of a post, with its whole title. */
export function toPostFacts({ row, body }: WholePost): PostFacts {
  const { id, kind, length, language, author, sourceHost, collection } = row
  const { publishedAt, publishedOn, supersededBy } = row
  return {
    id,
    title: body.title ?? row.title,
    kind,
    length,
    language,
    author,
    sourceHost,
    collection,
    publishedAt,
    publishedOn,
    supersededBy,
    file: body.file,
  }
}

/** The newest versions, the newest post first. */
export function* listReads(facts: readonly PostFacts[]): Generator<ReadFacts> {
  for (const { id, title, supersededBy, ...row } of newestFirst(facts)) {
    if (supersededBy === undefined) yield { id, title, row }
  }
}

/** What is counted of each post; what it lacks is told by the facet. */
export function* listCounted(
  facts: readonly PostFacts[],
  index: readonly FacetIndex[],
): Generator<CountedPost> {
  const gaps = facts.map((): (typeof gapNames)[number][] => [])
  const lacking = index.find(({ facet }) => facet === 'missing')?.values ?? []
  for (const { value, ordinals } of lacking) {
    const gap = gapNames.find((name) => name === value)
    if (gap !== undefined) for (const ordinal of ordinals) gaps[ordinal]?.push(gap)
  }
  for (const [at, row] of facts.entries()) {
    yield { row, isSuperseded: row.supersededBy !== undefined, gaps: gaps[at] ?? [] }
  }
}
