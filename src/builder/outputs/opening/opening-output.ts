import { listSelection, type Selection } from '#core/selection/selection.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { Output } from '#builder/site/assembly/output.ts'
import { buildCalendar } from '#builder/site/shape/calendar.ts'
import { findLongReads } from '#builder/site/shape/long-reads.ts'
import { verifyOpening } from './verify-opening.ts'
import { toNewestTopics } from '#builder/site/shape/newest-topics.ts'
import { writeOpening } from './write-opening.ts'

/** What every view of the reader starts from: the calendar, the selection of older versions, the newest rows. */
export const openingOutput: Output = {
  plan: ({ posts, options, topics }) => ({
    write: async ({ parts, writer }) => ({
      opening: await writeOpening(
        {
          calendar: buildCalendar(posts, options.timeZone),
          superseded: listSuperseded(posts),
          longReads: toOptional(findLongReads(posts)),
          topics: toOptional(toNewestTopics(topics)),
        },
        { shards: parts.get('timeline').newest, writer },
      ),
    }),
  }),
  verify: verifyOpening,
}

/** Ordinals of older versions. */
function listSuperseded(posts: readonly OrderedPost[]): Selection {
  const superseded = posts.flatMap(({ supersededBy }, ordinal) =>
    supersededBy === undefined ? [] : [ordinal],
  )
  return listSelection(Uint32Array.from(superseded))
}

function toOptional<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
