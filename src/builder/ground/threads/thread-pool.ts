import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Piscina } from 'piscina'
import { isPublished, toProgramFolder } from '../program/package-files.ts'

/** What threads work on. */
export interface ThreadWork {
  /** File below `src/builder/`; the bundle has one of its own for it, named alike. */
  source: string
  /** The exported function that takes a task. */
  name: string
  threads: number
  /** Tasks that lie with a thread at once, done one after the other; one when absent. */
  tasksAtOnce?: number
  /** Most megabytes of a thread's heap, for what lives shortly and for all else; absent = Node's own choice, which is generous. */
  heap?: { young: number; old?: number }
}

/** Starts threads that run a function of the program. */
export async function openThreadPool<Task, Result>({
  source,
  name,
  threads,
  tasksAtOnce = 1,
  heap,
}: ThreadWork): Promise<Piscina<Task, Result>> {
  const { Piscina } = await import('piscina')
  const file = isPublished ? `${basename(source, '.ts')}.js` : source
  return new Piscina<Task, Result>({
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
}

/** Threads do not inherit what teaches the main one to run TypeScript. */
function toSourceLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}
