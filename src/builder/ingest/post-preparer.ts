import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isPublished, toProgramFolder } from '../package-files.ts'
import type { BatchFile } from './prepare-batch.ts'
import type { PreparedPost } from './prepare-post.ts'

/** Reads and cleans posts, in this thread or in others. */
export interface PostPreparer {
  /** Batches that may be under way at once: enough to keep every thread busy, few enough to keep memory flat. */
  batchesAtOnce: number
  prepare(files: BatchFile[]): Promise<PreparedPost[]>
  close(): Promise<void>
}

/** Files that a thread takes at a time. */
export const filesPerBatch = 64

// Threads take a quarter of a second to load the program: fewer posts are done sooner without.
const fewestForThreads = 500

/** Starts what `files` posts are worth. */
export async function openPostPreparer(files: number): Promise<PostPreparer> {
  const threads = availableParallelism()
  if (files < fewestForThreads || threads < 2) return openOwnThread()
  const { Piscina } = await import('piscina')
  const pool = new Piscina<BatchFile[], PreparedPost[]>({
    filename: pathToFileURL(workerPath).href,
    name: 'prepareBatch',
    minThreads: threads,
    maxThreads: threads,
    execArgv: isPublished ? [] : ['--import', toSourceLoader()],
  })
  return {
    batchesAtOnce: threads * 3,
    prepare: (batch) => pool.run(batch),
    close: () => pool.destroy(),
  }
}

async function openOwnThread(): Promise<PostPreparer> {
  // Loaded only here: the parsers of posts take longer than a build after which nothing changed.
  const { prepareBatch } = await import('./prepare-batch.ts')
  return {
    batchesAtOnce: 1,
    // What threads send is a copy by nature; here strings must be cut loose from the files they were cut out of.
    prepare: async (batch) => structuredClone(prepareBatch(batch)),
    close: () => Promise.resolve(),
  }
}

const workerPath = join(
  toProgramFolder(),
  isPublished ? 'prepare-batch.js' : 'ingest/prepare-batch.ts',
)

/** Threads do not inherit what teaches the main one to run TypeScript. */
function toSourceLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}
