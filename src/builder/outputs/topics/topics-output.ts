import type { Output } from '#builder/site/assembly/output.ts'
import { verifyTopics } from './verify-topics.ts'

/** The terms that rise in each month. */
export const topicsOutput: Output = {
  plan: ({ topics: months }) =>
    months.length === 0
      ? undefined
      : {
          write: async ({ writer }) => ({ topics: await writer.writeJson('topics', { months }) }),
        },
  verify: verifyTopics,
}
