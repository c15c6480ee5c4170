import { toBodyText } from '#core/text/body-text.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import { buildSnippet } from '#search/query/snippet.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import { searchArchive } from '#search/engine/search-archive.ts'
import { SearchFormatError } from '#search/bytes/search-format-error.ts'
import { BestHits, type RankedHit } from './best-hits.ts'
import { openSearchSource } from '../built-site/search-source.ts'
import { toDamagedIndex, type SiteFiles } from '../built-site/site-files.ts'
import { SitePosts } from '../built-site/site-posts.ts'

/** Most characters of a snippet. */
const snippetCharacters = 160

/** A matching version of a post. Fields that the post does not have are absent. */
export interface FoundPost {
  id: string
  title?: string | undefined
  /** Original address. */
  sourceUrl?: string | undefined
  /** UTC instant; absent when unknown or only the day is known. */
  publishedAt?: string | undefined
  /** The day, month or year, when no more is known. */
  publishedOn?: string | undefined
  /** Higher is better; comparable within one answer only. */
  score: number
  /** Text around the match; empty for a post without text. */
  snippet: string
}

/** Result of a query. */
export interface SearchAnswer {
  /** Number of matching posts, counting every version. */
  total: number
  /** The top hits, best first; ties newest first. */
  hits: FoundPost[]
}

/**
 * Searches a built site.
 * @throws BuildError when it has no index, or a file is missing or damaged.
 */
export async function findPosts(
  site: SiteFiles,
  query: SearchQuery,
  limit: number,
): Promise<SearchAnswer> {
  const { total, best } = await rankHits(site, query, limit)
  const posts = new SitePosts(site)
  const hits: FoundPost[] = []
  for (const { ordinal, score } of best) {
    const { row, body } = await posts.read(ordinal)
    hits.push({
      id: row.id,
      title: body.title ?? row.title,
      sourceUrl: body.sourceUrl,
      publishedAt: row.publishedAt,
      publishedOn: toKnownDay(row),
      score,
      snippet: buildSnippet(toBodyText(body.parts), query.clauses, snippetCharacters).text,
    })
  }
  return { total, hits }
}

async function rankHits(
  site: SiteFiles,
  query: SearchQuery,
  limit: number,
): Promise<{ total: number; best: RankedHit[] }> {
  const best = new BestHits(limit)
  let total = 0
  try {
    for await (const { ordinals, scores } of searchArchive(query, await openSearchSource(site))) {
      total += ordinals.length
      for (const [at, ordinal] of ordinals.entries()) best.add({ ordinal, score: scores[at] ?? 0 })
    }
  } catch (error) {
    throw error instanceof SearchFormatError ? toDamagedIndex(error) : error
  }
  return { total, best: best.list() }
}
