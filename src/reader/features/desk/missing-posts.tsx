import { useQuery } from '@tanstack/react-query'
import { toNumberText } from '#article/number-text.ts'
import {
  missingSavedQuery,
  unsavePosts,
  type MissingSaved,
} from '#reader/data/desk/missing-saved.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './desk.module.css'

/** Says above a list of saved posts which of them this archive does not have, and lets them go. */
export function MissingPosts() {
  const { t } = useTranslation()
  const { data: missing = [] } = useQuery(missingSavedQuery())
  if (missing.length === 0) return null
  return (
    <details className={styles.missing}>
      <summary>
        {t('desk.missing', { count: missing.length, number: toNumberText(missing.length) })}
      </summary>
      <ul>
        {missing.map((post) => (
          <MissingPost key={post.id} {...post} />
        ))}
      </ul>
      <button type="button" className="button" onClick={() => void unsavePosts(missing)}>
        {t('desk.removeMissing')}
      </button>
    </details>
  )
}

function MissingPost({ id, title = id }: MissingSaved) {
  const { t } = useTranslation()
  return (
    <li>
      <bdi>{title}</bdi>
      <button
        type="button"
        className="button"
        aria-label={t('continueReading.remove', { title })}
        onClick={() => void unsavePosts([{ id }])}
      >
        {t('desk.remove')}
      </button>
    </li>
  )
}
