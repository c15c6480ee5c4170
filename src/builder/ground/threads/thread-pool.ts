import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Piscina } from 'piscina'
import { isPublished, toProgramFolder } from '../program/package-files.ts'
import { toResult, type ThreadAnswer } from './thread-answer.ts'

/** What the threads of a pool run. */
export interface ThreadWork {
  /** Source file, relative to `src/builder/`; the bundle has an entry of the same name. */
  source: string
  /** Name of the exported function that handles a task, made by `answering`. */
  name: string
  threads: number
  /** Tasks queued at a thread at once, which it runs one after another; 1 when absent. */
  tasksAtOnce?: number
  /**
   * Most megabytes of a thread's heap, for the young and the old generation; absent = Node's default, which is
   * generous.
   */
  heap?: { young: number; old?: number }
}

/** How a task is handed to a thread. */
interface TaskOptions {
  /** Name of another exported function. */
  name?: string
  transferList?: NonNullable<Parameters<Piscina['run']>[1]>['transferList']
  signal?: AbortSignal | undefined
}

/** Worker threads that run functions of one module. */
interface ThreadPool<Task, Result> {
  /** Rejects with the `BuildError` that the function throws, else with an error of the same message. */
  run(task: Task, options?: TaskOptions): Promise<Result>
  destroy(): Promise<void>
}

/** Starts a pool of worker threads that run a function of the program. */
export async function openThreadPool<Task, Result>({
  source,
  name,
  threads,
  tasksAtOnce = 1,
  heap,
}: ThreadWork): Promise<ThreadPool<Task, Result>> {
  const { Piscina } = await import('piscina')
  const file = isPublished ? `${basename(source, '.ts')}.js` : source
  const pool = new Piscina<Task, ThreadAnswer<Result>>({
    filename: pathToFileURL(join(toProgramFolder(), file)).href,
    name,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: tasksAtOnce,
    ...(heap === undefined
      ? {}
      : {
          resourceLimits: {
            maxYoungGenerationSizeMb: heap.young,
            ...(heap.old === undefined ? {} : { maxOldGenerationSizeMb: heap.old }),
          },
        }),
    execArgv: isPublished ? [] : ['--import', toSourceLoader()],
  })
  return {
    run: async (task, { signal, ...options } = {}) =>
      toResult(await pool.run(task, { ...options, signal: signal ?? null })),
    destroy: () => pool.destroy(),
  }
}

/** Worker threads do not inherit the loader that runs TypeScript in the main thread. */
function toSourceLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}
