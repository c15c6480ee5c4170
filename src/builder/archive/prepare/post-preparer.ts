import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { limitHeapGrowth } from '#builder/ground/threads/heap-growth.ts'
import { openThreadPool } from '#builder/ground/threads/thread-pool.ts'
import type { DetectByLibrary } from '#builder/read/language/detect-spoken-language.ts'
import type { BatchFile } from './prepare-batch.ts'
import type { PreparedFile } from './prepare-file.ts'

/** Reads and cleans posts, on this thread or on worker threads. */
export interface PostPreparer {
  /** Most batches in flight: enough to keep every thread busy, few enough to keep memory flat. */
  batchesAtOnce: number
  prepare(files: BatchFile[]): Promise<PreparedFile[]>
  close(): Promise<void>
}

/** Files in a batch. */
export const filesPerBatch = 64

// A thread takes a quarter of a second to load the program: fewer posts are faster without.
const fewestForThreads = 500

/** Starts as many threads as this number of files is worth. */
export async function openPostPreparer(files: number): Promise<PostPreparer> {
  const threads = availableParallelism()
  if (files < fewestForThreads || threads < 2) return openOwnThread()
  return threads <= mostWithOwnThread ? openBoth(threads - 1) : openPool(threads)
}

// With more threads than this, handing out work keeps the main thread busy.
const mostWithOwnThread = 2

async function openPool(threads: number): Promise<PostPreparer & { byLibrary: DetectByLibrary }> {
  limitHeapGrowth()
  const pool = await openThreadPool<unknown, unknown>({
    source: 'archive/prepare/prepare-batch.ts',
    name: 'prepareBatchAway',
    threads,
    // The main thread may be too busy to hand out work, so the next batches are queued ahead.
    tasksAtOnce: batchesAhead,
    // With the default heap, two threads would take 120 MB more and be 5 % faster.
    heap: { young: 12 },
  })
  return {
    batchesAtOnce: threads * batchesAhead,
    prepare: async (batch) => (await pool.run(batch)) as PreparedFile[],
    byLibrary: async (sample) =>
      (await pool.run(sample, { name: 'detectByLibraryAway' })) as string | undefined,
    close: () => pool.destroy(),
  }
}

/** Batches queued for a thread. */
const batchesAhead = 3

/**
 * Uses worker threads and this one: every thread compiles the program for itself, which takes two seconds of processor
 * time, and handing out work takes next to none.
 */
async function openBoth(threads: number): Promise<PostPreparer> {
  const pool = await openPool(threads)
  // The library of languages is loaded by one thread only, and its memory goes with the thread.
  const own = await openOwnThread(pool.byLibrary)
  let isOwnBusy = false
  let away = 0
  const prepareAway = async (batch: BatchFile[]): Promise<PreparedFile[]> => {
    away++
    try {
      return await pool.prepare(batch)
    } finally {
      away--
    }
  }
  const prepareHere = async (batch: BatchFile[]): Promise<PreparedFile[]> => {
    isOwnBusy = true
    try {
      // Lets the event loop take results of the workers first, which gets them new work.
      await setImmediate()
      return await own.prepare(batch)
    } finally {
      isOwnBusy = false
    }
  }
  return {
    batchesAtOnce: pool.batchesAtOnce * 2,
    prepare: (batch) =>
      isOwnBusy || away < pool.batchesAtOnce ? prepareAway(batch) : prepareHere(batch),
    close: () => pool.close(),
  }
}

async function openOwnThread(byLibrary?: DetectByLibrary): Promise<PostPreparer> {
  // Loaded only here: loading the parsers takes longer than a build in which nothing changed.
  const { prepareFiles } = await import('./prepare-batch.ts')
  return {
    batchesAtOnce: 1,
    // Copied, as results from threads are: V8's slices would keep the whole text of each file alive.
    prepare: async (batch) => structuredClone(await prepareFiles(batch, byLibrary)),
    close: () => Promise.resolve(),
  }
}
