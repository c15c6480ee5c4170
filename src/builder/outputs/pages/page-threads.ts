import { availableParallelism } from 'node:os'
import { openThreadPool } from '#builder/ground/threads/thread-pool.ts'
import type { PageWork, RenderedPage } from './page-work.ts'

/** Renders pages, on this thread or on worker threads. */
export interface PageThreads {
  render(work: PageWork): Promise<RenderedPage[]>
  close(): Promise<void>
}

// A thread takes a quarter of a second to load the program: fewer pages are faster without.
const fewestForThreads = 256

/** More would wait for the main thread, which makes the rest of the site and writes all files. */
const mostThreads = 3

/** How many threads render, and from how many pages on. */
interface ThreadChoice {
  threads: number
  fewest: number
}

/** Renders the first pages on this thread, and once there are many, further ones on others while this one writes. */
export function openPageThreads({
  threads = Math.min(availableParallelism() - 1, mostThreads),
  fewest = fewestForThreads,
}: Partial<ThreadChoice> = {}): PageThreads {
  let left = threads === 0 ? Infinity : fewest
  let pool: ReturnType<typeof openPool> | undefined
  return {
    render: async (work) => {
      if (left > 0) {
        left -= work.posts.length
        // Loaded only here: loading React takes longer than rebuilding a small site.
        const ownThread = await import('./page-work.ts')
        return ownThread.renderPages(work)
      }
      pool ??= openPool(threads)
      return (await pool).run(work)
    },
    close: async () => {
      await (await pool)?.destroy()
    },
  }
}

function openPool(threads: number) {
  return openThreadPool<PageWork, RenderedPage[]>({
    source: 'outputs/pages/page-work.ts',
    name: 'renderPagesAway',
    threads,
    heap: { young: 12, old: 512 },
  })
}
