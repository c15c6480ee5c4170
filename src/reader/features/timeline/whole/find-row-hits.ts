import type { QueryClient } from '@tanstack/react-query'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { readArticles } from '#reader/data/archive/read-posts.ts'
import { shardQuery, toRow } from '#reader/data/archive/shard-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { fetchSnippet, marksQuery, snippetQuery } from '#reader/data/search/hits-query.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import type { ListOrder } from '#core/selection/list-order.ts'
import type { ListFiller } from './list-filler.ts'
import { hasExcerpt, toMarkedFields } from '../hits/marked-fields.ts'

/** Rows whose hits are told together: some more of them are then marked. */
const stepRows = 100

interface SearchedList {
  query: string | undefined
  order: ListOrder
  filler: ListFiller
}

const finding = new WeakMap<ListFiller, Promise<void>>()

/**
 * Finds the hits in all rows that a list is to have, from the top, and tells how far it is: once, however often it is asked
 * meanwhile. Ends when the list is gone, and where something could not be loaded: the list says which rows lack their hits.
 */
export async function findListHits(client: QueryClient, list: SearchedList): Promise<void> {
  const { filler } = list
  const running = finding.get(filler) ?? findAll(client, list)
  finding.set(filler, running)
  try {
    await running
  } catch {
    // The rows stay as they are.
  } finally {
    finding.delete(filler)
    filler.tellHits(filler.read().hits, false)
  }
}

async function findAll(
  client: QueryClient,
  { query = '', order, filler }: SearchedList,
): Promise<void> {
  // Not until it is whole: rows that are not drawn yet are for others to draw.
  for (;;) {
    const { hits, total } = filler.read()
    if (hits >= total || filler.isStopped) return
    filler.tellHits(hits, true)
    const end = Math.min(hits + stepRows, total)
    const ordinals = Array.from({ length: end - hits }, (_, at) => order.at(hits + at) ?? 0)
    await findRowHits(client, { query, ordinals }, () => filler.isStopped)
    await workBudget.rest()
    filler.tellHits(end, true)
  }
}

interface SearchedRows {
  query: string
  ordinals: readonly number[]
}

/**
 * Finds the hits in rows that nobody has seen yet: those in title and excerpt, and where these do not hold all of the query,
 * the piece of the article that does. Rows then find them in the page's cache. Rows whose file is not here are left out.
 * @throws DataError when an article could not be loaded; AbortError when the list is gone.
 */
async function findRowHits(
  client: QueryClient,
  { query, ordinals }: SearchedRows,
  isGone: () => boolean,
): Promise<void> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  const needsBody = await Promise.all(
    ordinals.map(async (ordinal) => {
      const number = toShardNumber(ordinal, timeline.rowsPerShard)
      const shard = client.getQueryData(shardQuery(number).queryKey)
      const summary = shard === undefined ? undefined : toRow(shard, ordinal)
      if (summary === undefined) return false
      const marks = marksQuery(query, ordinal, toMarkedFields(summary))
      const { isWhole } = await client.ensureQueryData(marks)
      const isKnown = client.getQueryData(snippetQuery(query, ordinal).queryKey) !== undefined
      return !isWhole && !isKnown && hasExcerpt(summary)
    }),
  )
  const wanted = ordinals.filter((_, at) => needsBody[at])
  const reading = new AbortController()
  let at = 0
  // Not through the page's cache: the packs of a long list would fill its memory.
  for await (const { body } of readArticles(client, wanted, reading.signal)) {
    if (isGone()) reading.abort()
    const { queryKey } = snippetQuery(query, wanted[at++] ?? 0)
    client.setQueryData(queryKey, await fetchSnippet(client, query, body.parts))
  }
}
