import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './select.module.css'

/** Says whether a post is selected. A press on it is one on its row, see `useRowChoice`. */
export function ChosenMark({ post, isChosen }: { post: PostSummary; isChosen: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={styles.chosen}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.mark}
        aria-pressed={isChosen}
        aria-label={t('desk.select.post', { title: toDisplayTitle(post) })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M4 4h16v16H4z" />
          {isChosen ? <path d="M7.5 12.5l3 3 6-7" strokeWidth="2.6" /> : null}
        </svg>
      </button>
    </span>
  )
}
