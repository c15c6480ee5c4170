import type { PostSummary } from '#contract/timeline-shard.ts'
import type { Words } from '../words.ts'
import { toClockText } from '../zoned-time.ts'
import { toDoubts } from './row-text.ts'

interface RowTimeProps {
  summary: PostSummary
  words: Words
  timeZone: string
}

/** The time of day in the archive's zone; nothing if only the day is known; with a mark if the time is doubtful. */
export function RowTime({ summary, words, timeZone }: RowTimeProps) {
  const { publishedAt } = summary
  const doubts = toDoubts(summary)
  const reason = doubts.map((flag) => words(`timeline.doubt.${flag}`)).join(' ')
  return (
    <p className="post-row-time">
      {publishedAt === undefined ? null : (
        <time dateTime={publishedAt}>{toClockText(publishedAt, timeZone)}</time>
      )}
      {doubts.length === 0 ? null : (
        <span className="post-row-doubt" title={reason}>
          <span aria-hidden="true">?</span>
          <span className="visually-hidden">{reason}</span>
        </span>
      )}
    </p>
  )
}
