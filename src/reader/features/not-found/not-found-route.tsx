import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Link, redirect, useLocation, type LoaderFunctionArgs } from 'react-router-dom'
import { dayPath, homePath, postPath, siteBase } from '#reader/links/paths.ts'
import { findDayInPath, findPermalinkPost } from '#reader/features/old-address/find-old-address.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import styles from './not-found.module.css'

/** Leads an address of the old site to its post; any other goes on to the page that says so. */
export function loadNotFound(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs): Promise<Response | null> => {
    const { pathname } = new URL(request.url)
    // The base ends with a slash that the old address starts with.
    const id = await findPermalinkPost(client, pathname.slice(siteBase.length - 1))
    return id === undefined ? null : redirect(postPath(id))
  }
}

/** An address that is nothing here: says so, and offers the day it names. */
export function NotFoundRoute() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const day = findDayInPath(pathname)
  useTitle(t('notFound.title'))
  return (
    <div className={styles.page}>
      <h1>{t('notFound.title')}</h1>
      <p className={styles.text}>{t('notFound.text', { path: toReadablePath(pathname) })}</p>
      <p className={styles.ways}>
        {day === undefined ? null : (
          <Link className="button" to={dayPath(day)}>
            {t('notFound.dayLink', { day })}
          </Link>
        )}
        <Link className="button" to={homePath}>
          {t('notFound.timeline')}
        </Link>
      </p>
    </div>
  )
}

/** An address as a person wrote it; left as it is where its encoding is broken. */
export function toReadablePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
