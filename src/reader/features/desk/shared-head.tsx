import { useSuspenseQuery } from '@tanstack/react-query'
import { toNumberText } from '#article/number-text.ts'
import { putOnList, startList } from '#reader/data/desk/edit-lists.ts'
import { sharedPostsQuery } from '#reader/data/desk/shared-posts.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { ownListPath } from '#reader/links/paths.ts'
import { useNavigate } from '#reader/router/use-router.ts'
import styles from './lists.module.css'

/** Stands above a list that an address carries: what of it is not here, and a way to keep it. */
export function SharedHead({ value }: { value: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(sharedPostsQuery(value))
  const { title, posts, missing, unread } = data
  const keep = async () => {
    const list = await startList(title === '' ? t('saved.shared') : title)
    if (list === undefined) return
    await putOnList(list, posts)
    await navigate(ownListPath(list))
  }
  return (
    <div className={styles.lists}>
      <span>{t('desk.lists.linked')}</span>
      {missing.length === 0 ? null : (
        <span>
          {t('desk.lists.linkedMissing', {
            count: missing.length,
            number: toNumberText(missing.length),
          })}
        </span>
      )}
      {unread === 0 ? null : (
        <span>{t('desk.lists.linkedUnread', { number: toNumberText(unread) })}</span>
      )}
      <button
        type="button"
        className="button"
        disabled={posts.length === 0}
        onClick={() => void keep()}
      >
        {t('desk.lists.keep')}
      </button>
    </div>
  )
}
