// For tests: waits until the times of files can be relied on.
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { vi } from 'vitest'
import { patienceMs } from '#testing/patience.ts'
import { clockStepMs } from '#builder/ground/disk/file-stamp.ts'

/** Waits until everything in a folder was changed so long ago that another change would show in its times. */
export async function untilAtRest(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const statuses = await Promise.all(names.map((name) => lstat(join(folder, name))))
  const changedMs = Math.max(...statuses.map(({ ctimeMs }) => ctimeMs))
  await vi.waitUntil(() => Date.now() > changedMs + clockStepMs, {
    interval: 5,
    timeout: patienceMs,
  })
}
