import { useTranslation } from '#reader/ui/use-translation.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toTimeOfDay } from '#reader/ui/date-words.ts'
import { toDoubts } from './row-text.ts'
import styles from './timeline-row.module.css'

/** The time of day in the archive's zone; nothing where only the day is known; a mark where the time is doubtful. */
export function RowTime({ summary, timeZone }: { summary: PostSummary; timeZone: string }) {
  const { t } = useTranslation()
  const { publishedAt } = summary
  const doubts = toDoubts(summary)
  const reason = doubts.map((flag) => t(`timeline.doubt.${flag}`)).join(' ')
  return (
    <p className={styles.time}>
      {publishedAt === undefined ? null : (
        <time dateTime={publishedAt}>{toTimeOfDay(publishedAt, timeZone)}</time>
      )}
      {doubts.length === 0 ? null : (
        <span className={styles.doubt} title={reason}>
          <span aria-hidden="true">?</span>
          <span className="visually-hidden">{reason}</span>
        </span>
      )}
    </p>
  )
}
