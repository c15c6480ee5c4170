import type { Output } from '#builder/site/assembly/output.ts'
import { verifyClocks } from './verify-clocks.ts'
import { writeClocks } from './write-clocks.ts'

/** What a reader needs for the days of another clock than the archive's: each post's time, and its source's own day. */
export const clocksOutput: Output = {
  plan: ({ posts, options }) => ({
    write: async ({ writer }) => ({
      clocks: await writeClocks(posts, { timeZone: options.timeZone, writer }),
    }),
  }),
  verify: verifyClocks,
}
