import { useEffect, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { keepPlace, listUnfinished, type UnfinishedPost } from '#reader/data/desk/kept-places.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { postPath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import styles from './continue-reading.module.css'

/** The article that somebody has begun last. It has room in a line that is there already: no row moves when the desk is open. */
export function ContinueReading() {
  const { t } = useTranslation()
  const [post, setPost] = useState<UnfinishedPost>()
  useEffect(() => {
    let isGone = false
    let stop: (() => void) | undefined
    const show = async () => {
      const [last] = await listUnfinished(1)
      if (!isGone) setPost(last)
    }
    void openSiteDesk().then((desk) => {
      if (!isGone) stop = desk.subscribe(() => void show())
      return show()
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [])
  if (post === undefined) return null
  const { id, title, share } = post
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A section cannot stand in the paragraph of the line.
    <span role="region" className={styles.box} aria-label={t('continueReading.name')}>
      <span className={styles.name}>{t('continueReading.name')}</span>
      <Link to={postPath(id)} title={title}>
        {title}
      </Link>
      <span className={styles.share}>
        {t('continueReading.share', { percent: Math.max(1, Math.round(share * 100)) })}
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={t('continueReading.remove', { title })}
        title={t('continueReading.remove', { title })}
        onClick={() => void keepPlace(id, undefined)}
      >
        ×
      </button>
    </span>
  )
}
