import type { PostSummary } from '#contract/timeline-shard.ts'
import type { Words } from '../words.ts'
import { toKnownPart, toRowTime, type ListClock } from './list-clock.ts'
import { toDoubts } from './row-text.ts'

interface RowTimeProps {
  summary: PostSummary
  words: Words
  clock: ListClock
  /** Whether the day stands beside it. */
  isCompact?: boolean | undefined
}

/**
 * The time of day on the list's clock, with the name of the clock; nothing if only the day is known, and the month or
 * year if no more is; with a mark if the time is doubtful.
 */
export function RowTime({ summary, words, clock, isCompact = false }: RowTimeProps) {
  const { time, clock: clockName } = toRowTime(summary, clock, words)
  const part = isCompact ? undefined : toKnownPart(summary)
  const doubts = toDoubts(summary)
  const reason = doubts.map((flag) => words(`timeline.doubt.${flag}`)).join(' ')
  return (
    <span className="post-row-time">
      {time === undefined ? null : (
        <>
          <time dateTime={summary.publishedAt}>{time}</time>{' '}
          <span className="post-row-clock">{clockName}</span>
        </>
      )}
      {part === undefined ? null : (
        <time className="post-row-part" dateTime={part}>
          {part}
        </time>
      )}
      {doubts.length === 0 ? null : (
        <span className="post-row-doubt" title={reason}>
          <span aria-hidden="true">?</span>
          <span className="visually-hidden">{reason}</span>
        </span>
      )}
    </span>
  )
}
