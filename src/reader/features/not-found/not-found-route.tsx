import { useSuspenseQuery } from '@tanstack/react-query'
import { toDayWords } from '#article/date-words.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Link } from '#reader/router/link.tsx'
import { useLocation } from 'react-router-dom'
import { dayPath, homePath } from '#reader/links/paths.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import { findDayInPath } from './find-day-in-path.ts'
import styles from './not-found.module.css'

/** The 404 page. Offers the day that the address names, if any. */
export function NotFoundRoute() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const day = findDayInPath(pathname)
  const locale = useLocale()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  useTitle(t('notFound.title'), manifest.title)
  usePageAddress({}, undefined)
  return (
    <div className={styles.page}>
      <h1>{t('notFound.title')}</h1>
      <p className={styles.text}>{t('notFound.text', { path: toReadablePath(pathname) })}</p>
      <p className={styles.ways}>
        {day === undefined ? null : (
          <Link className="button" to={dayPath(day)}>
            {t('notFound.dayLink', { day: toDayWords(day, locale) })}
          </Link>
        )}
        <Link className="button" to={homePath}>
          {t('notFound.timeline')}
        </Link>
      </p>
    </div>
  )
}

/** Decodes a path for display; returns it unchanged when its percent-encoding is malformed. */
export function toReadablePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
