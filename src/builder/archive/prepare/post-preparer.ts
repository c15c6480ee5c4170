import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { openThreadPool } from '#builder/ground/threads/thread-pool.ts'
import type { BatchFile } from './prepare-batch.ts'
import type { PreparedFile } from './prepare-file.ts'

/** Reads and cleans posts, in this thread or in others. */
export interface PostPreparer {
  /** Batches that may be under way at once: enough to keep every thread busy, few enough to keep memory flat. */
  batchesAtOnce: number
  prepare(files: BatchFile[]): Promise<PreparedFile[]>
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
  return threads <= mostWithOwnThread ? openBoth(threads - 1) : openPool(threads)
}

// With more threads than this, giving them their work is enough for one thread to do.
const mostWithOwnThread = 2

async function openPool(threads: number): Promise<PostPreparer> {
  const pool = await openThreadPool<BatchFile[], PreparedFile[]>({
    source: 'archive/prepare/prepare-batch.ts',
    name: 'prepareBatch',
    threads,
    // Whoever gives out the work may be busy: the next batch lies there already.
    tasksAtOnce: batchesAhead,
    // Left alone, two threads would take 120 MB more and be a twentieth quicker.
    heap: { young: 12 },
  })
  return {
    batchesAtOnce: threads * batchesAhead,
    prepare: (batch) => pool.run(batch),
    close: () => pool.destroy(),
  }
}

/** Batches that are given to a thread at once. */
const batchesAhead = 3

/**
 * Other threads and this one: each thread translates the program for itself, which takes two seconds of the processor's time, and
 * giving out work takes next to none.
 */
async function openBoth(threads: number): Promise<PostPreparer> {
  const [pool, own] = await Promise.all([openPool(threads), openOwnThread()])
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
      // What the others have done comes first, and gets them new work.
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
