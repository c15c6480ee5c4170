import { toNumberText } from '#article/number-text.ts'
import type { MissingSaved } from '#reader/data/desk/missing-saved.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './desk.module.css'

interface MissingPostsProps {
  missing: readonly MissingSaved[]
  onRemove: (posts: readonly MissingSaved[]) => void
}

/** Says above a list of saved posts which of them this archive does not have, and lets them go. */
export function MissingPosts({ missing, onRemove }: MissingPostsProps) {
  const { t } = useTranslation()
  if (missing.length === 0) return null
  return (
    <details className={styles.missing}>
      <summary>
        {t('desk.missing', { count: missing.length, number: toNumberText(missing.length) })}
      </summary>
      <ul>
        {missing.map((post) => (
          <MissingPost key={post.id} post={post} onRemove={() => onRemove([post])} />
        ))}
      </ul>
      <button type="button" className="button" onClick={() => onRemove(missing)}>
        {t('desk.removeMissing')}
      </button>
    </details>
  )
}

function MissingPost({ post, onRemove }: { post: MissingSaved; onRemove: () => void }) {
  const { t } = useTranslation()
  const { title = post.id } = post
  return (
    <li>
      <bdi>{title}</bdi>
      <button
        type="button"
        className="button"
        aria-label={t('continueReading.remove', { title })}
        onClick={onRemove}
      >
        {t('desk.remove')}
      </button>
    </li>
  )
}
