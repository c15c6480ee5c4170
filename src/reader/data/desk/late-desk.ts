import type { PostId } from '#core/post/post-id.ts'
import { untilIdle } from '#reader/data/scheduling/idle-time.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'

// A file of its own: pages name it instead of the code of the desk, which is loaded when it is used.

/**
 * Notes that an article was opened, or read to its end, where it counts as read by that and traces may stay. What fails is left
 * out.
 */
export async function noteReading(id: PostId, how: 'opened' | 'finished'): Promise<void> {
  const { markRead, traces } = settingsStore.read()
  if (markRead !== how || traces === 'none') return
  try {
    await untilIdle()
    const { markReading } = await import('./mark-reading.ts')
    await markReading(id, how)
  } catch {
    // The next article is noted again.
  }
}

/** Takes out what reading has left on the desk: no traces are to stay. */
export async function forgetReading(): Promise<void> {
  const { eraseReading } = await import('./mark-reading.ts')
  await eraseReading()
}
