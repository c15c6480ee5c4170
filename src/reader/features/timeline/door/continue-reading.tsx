import { useEffect, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { keepPlace, listUnfinished, type UnfinishedPost } from '#reader/data/desk/kept-places.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { postPath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import styles from './continue-reading.module.css'

/** So many articles are offered. */
const mostOffered = 3

/** The articles that somebody has begun, the last one first. */
export function ContinueReading() {
  const { t } = useTranslation()
  const [posts, setPosts] = useState<readonly UnfinishedPost[]>([])
  useEffect(() => {
    let isGone = false
    let stop: (() => void) | undefined
    const show = async () => {
      const unfinished = await listUnfinished(mostOffered)
      if (!isGone) setPosts(unfinished)
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
  if (posts.length === 0) return null
  return (
    <section className={styles.box} aria-label={t('continueReading.name')}>
      <h2 className={styles.name}>{t('continueReading.name')}</h2>
      <ul className={styles.list}>
        {posts.map(({ id, title, share }) => (
          <li key={id}>
            <Link to={postPath(id)}>{title}</Link>
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
          </li>
        ))}
      </ul>
    </section>
  )
}
