import type { QueryClient } from '@tanstack/react-query'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { serveWorkerFiles } from './serve-worker-files.ts'
import { SearchClient } from './search-client.ts'
import { ShownSearch, toSearchedArchive } from './shown-search.ts'
import { explainWorkerFailure, startSearchWorker, workerPath } from './start-search-worker.ts'

/** The search worker of this page. */
export const searchClient = new SearchClient({
  path: workerPath,
  start: startSearchWorker,
  explain: explainWorkerFailure,
  serveFiles: serveWorkerFiles,
})

/** The search whose hits this page shows. */
export const shownSearch = new ShownSearch(searchClient)

/** Starts the worker and prefetches the index root, before the first letter is typed. */
export async function warmSearch(client: QueryClient): Promise<void> {
  const archive = toSearchedArchive(await client.ensureQueryData(manifestQuery()))
  if (archive !== undefined) searchClient.warm(archive)
}
