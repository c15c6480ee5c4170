import type { QueryClient } from '@tanstack/react-query'
import type { Manifest } from '#contract/manifest.ts'
import { siteBase } from '#reader/links/paths.ts'
import { isOneFile } from '#reader/links/place.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import { foundKey, type ClockedQuery } from './found-key.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { isAnsweredFrom, isSameSearch } from './answered-from.ts'
import { joinBatches, takeBatch, type FoundPosts } from './found-posts.ts'
import type { SearchClient } from './search-client.ts'
import { findQueryDays } from './query-days.ts'
import type {
  FoundBatch,
  NamedDays,
  SearchedArchive,
} from '#reader/data/search-worker/search-messages.ts'

/** After the first hits, wait this long for the rest: most searches are complete by then and render only once. */
const firstRowsWaitMs = 50
/** Throttle: a running search shows more hits at most this often. */
const growthMs = 250

interface Run {
  asked: ClockedQuery
  days: readonly NamedDays[]
  abort: AbortController
  batches: FoundBatch[]
  understood: SearchQuery | undefined
  /** Resolves when everything found has been reported; never rejects. */
  told: Promise<void>
}

/** The search whose hits the page shows. Only one runs at a time: the next one aborts it. */
export class ShownSearch {
  readonly #search: Pick<SearchClient, 'search'>
  #run: Run | undefined

  constructor(search: Pick<SearchClient, 'search'>) {
    this.#search = search
  }

  /**
   * Starts a search. Hits found later go into the cache under the query's key, and everything computed from them is
   * invalidated.
   * @returns the first hits: all of them, or the newest ones.
   * @throws DataError when a file could not be loaded before anything was found; an `AbortError` when another search
   * replaces it.
   */
  async start(client: QueryClient, asked: ClockedQuery): Promise<FoundPosts> {
    const [manifest, days] = await Promise.all([
      client.ensureQueryData(manifestQuery()),
      findQueryDays(client, asked),
    ])
    const archive = toSearchedArchive(manifest)
    if (archive === undefined) return { ...joinBatches([]), isComplete: true }
    const run: Run = {
      asked,
      days,
      abort: new AbortController(),
      batches: [],
      understood: undefined,
      told: Promise.resolve(),
    }
    const { some, whole } = this.#follow(archive, run)
    // Cancel only now, so that fetches of blocks that both searches need continue.
    this.cancel(client)
    this.#run = run
    const first = await Promise.race([
      whole.then(() => toFound(run, { isComplete: true })),
      some.then(() => pause(firstRowsWaitMs)).then(() => toFound(run, { isComplete: false })),
    ])
    if (first.isComplete) this.#leave(run)
    else run.told = this.#tellRest(client, run, whole)
    return first
  }

  /** Waits until all hits of a query are in the cache, if its search is the one running. */
  async whenWhole(asked: ClockedQuery): Promise<void> {
    const run = this.#run
    if (run !== undefined && isSameSearch(run.asked, asked)) await run.told
  }

  /** Aborts the running search and invalidates its hits so far. */
  cancel(client: QueryClient): void {
    const run = this.#run
    if (run === undefined) return
    this.#leave(run)
    run.abort.abort()
    this.forget(client, run.asked)
  }

  /** Invalidates the hits of a query: the next use searches again. */
  forget(client: QueryClient, asked: ClockedQuery): void {
    void client.invalidateQueries({ queryKey: foundKey(asked), refetchType: 'none' })
    void client.invalidateQueries({
      predicate: ({ queryKey }) => isAnsweredFrom(queryKey, asked),
      refetchType: 'none',
    })
  }

  #follow(archive: SearchedArchive, run: Run): { some: Promise<void>; whole: Promise<void> } {
    const listening: { whole?: Promise<void> } = {}
    const some = new Promise<void>((resolve) => {
      listening.whole = this.#search.search(archive, run.asked.query ?? '', {
        days: run.days,
        signal: run.abort.signal,
        onUnderstood: (understood) => {
          run.understood = understood
        },
        onBatch: (batch) => {
          takeBatch(run.batches, batch)
          if (batch.ordinals.length > 0) resolve()
        },
      })
    })
    return { some, whole: listening.whole ?? some }
  }

  async #tellRest(client: QueryClient, run: Run, whole: Promise<void>): Promise<void> {
    let shown = run.batches.length
    const growth = setInterval(() => {
      if (run.batches.length === shown) return
      shown = run.batches.length
      void tell(client, run.asked, toFound(run, { isComplete: false }))
    }, growthMs)
    const end = await whole.then(
      () => ({ isComplete: true }),
      (error: unknown) => ({ isComplete: false, failure: toError(error) }),
    )
    clearInterval(growth)
    // The first hits must be cached before these, or they would overwrite them.
    await pause(0)
    if (run.abort.signal.aborted) return
    await tell(client, run.asked, toFound(run, end))
    this.#leave(run)
  }

  #leave(run: Run): void {
    if (this.#run === run) this.#run = undefined
  }
}

/** What the worker needs to know about an archive; `undefined` for one built without an index. */
export function toSearchedArchive(manifest: Manifest): SearchedArchive | undefined {
  const { search, timeline, facets } = manifest
  if (search === undefined) return undefined
  const { buildId: build, opening, mirrors } = manifest
  const { root } = search
  const archive = { base: siteBase, build, root, opening, rows: timeline.rows, facets }
  // A file asks nobody.
  return mirrors === undefined || isOneFile ? archive : { ...archive, hasMirrors: true }
}

function toFound(run: Run, end: { isComplete: boolean; failure?: Error }): FoundPosts {
  const { batches, understood } = run
  return {
    ...joinBatches(batches),
    ...end,
    ...(understood === undefined ? {} : { query: understood }),
  }
}

async function tell(client: QueryClient, asked: ClockedQuery, found: FoundPosts): Promise<void> {
  client.setQueryData(foundKey(asked), found)
  await client.invalidateQueries({
    predicate: ({ queryKey }) => isAnsweredFrom(queryKey, asked),
  })
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
