import * as v from 'valibot'
import type { Calendar } from '#core/selection/calendar.ts'
import { listSelection, type Selection } from '#core/selection/selection.ts'
import { calendarShape, toCalendar } from './calendar-file.ts'
import { ContractError, parseShape } from './contract-error.ts'
import { count, postId } from './shapes.ts'
import { shardShape, type TimelineShard } from './timeline-shard.ts'
import { monthTopicsShape, type MonthTopics } from './topics-file.ts'

const longReadShape = v.object({
  id: postId,
  title: v.string(),
  /** BCP 47 language of the title; absent when undecided. */
  language: v.optional(v.string()),
  /** How long it takes to read. */
  minutes: count,
})

/** A long article that the front door names. */
export type LongRead = v.InferOutput<typeof longReadShape>

const openingShape = v.object({
  /** Number of posts per day; see `calendar-file.ts`. */
  calendar: calendarShape,
  /**
   * Ordinals of older versions of posts, ascending and delta-coded: the first as is, each other as the distance to the
   * one before.
   */
  superseded: v.array(count),
  /**
   * Copies of the newest shards, oldest first: as many as the first screen needs. Older rows are only in their shards.
   */
  newest: v.array(shardShape),
  /** The longest of the newer articles, the longest first; absent when none is long. */
  longReads: v.optional(v.array(longReadShape)),
  /** Terms of the newest months that have some, the newest first; absent when none has. See `topics-file.ts`. */
  topics: v.optional(v.array(monthTopicsShape)),
})

/** An opening on the wire. */
export type OpeningFile = v.InferOutput<typeof openingShape>

/** What every view of the archive needs first, in one file, so that the first page needs no others. */
export interface Opening {
  calendar: Calendar
  /** Older versions of posts. */
  superseded: Selection
  /** The newest shards, oldest first. */
  newest: TimelineShard[]
  /** Long articles that the front door names; absent when there are none. */
  longReads?: readonly LongRead[] | undefined
  /** Terms of the newest months that have some, the newest first; absent when none has. */
  topics?: readonly MonthTopics[] | undefined
}

/**
 * @throws ContractError when the shape is wrong, or when the older versions have a duplicate or exceed the 32-bit
 * range.
 */
export function parseOpening(value: unknown): Opening {
  const { calendar, superseded, newest, longReads, topics } = parseShape(
    openingShape,
    'opening',
    value,
  )
  return {
    calendar: toCalendar(calendar),
    superseded: toSuperseded(superseded),
    newest,
    ...(longReads && { longReads }),
    ...(topics && { topics }),
  }
}

function toSuperseded(gaps: readonly number[]): Selection {
  const ordinals = new Uint32Array(gaps.length)
  let ordinal = 0
  for (const [at, gap] of gaps.entries()) {
    ordinal += gap
    if (ordinal > 0xffffffff || (gap === 0 && at > 0)) {
      throw new ContractError('opening: older versions do not ascend within 32 bits')
    }
    ordinals[at] = ordinal
  }
  return listSelection(ordinals)
}
