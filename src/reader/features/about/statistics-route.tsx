import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Link } from '#reader/router/link.tsx'
import { useNavigate } from '#reader/router/use-router.ts'
import { loadStatisticsMessages } from '#article/statistics/load-statistics-messages.ts'
import { StatisticsView, type FigureTarget } from '#article/statistics/statistics-view.tsx'
import { dataPath } from '#contract/file-names.ts'
import { parseStatistics } from '#contract/statistics-file.ts'
import { openFilter, withValue } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { interfaceWords } from '#reader/language/interface-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { aboutPath, hrefStart, statisticsPath, timelinePath, toHref } from '#reader/links/paths.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { useTitle } from '#reader/ui/use-title.ts'
import styles from './about.module.css'

const statisticsQuery = queryOptions({
  queryKey: ['statistics'],
  queryFn: async ({ client, signal }) => {
    const { statistics: hash } = await client.ensureQueryData(manifestQuery())
    if (hash === undefined) return null
    return fetchJson(dataPath('statistics', hash), parseStatistics, { hash, signal })
  },
})

/** Prefetches the numbers, and the words of the language that is shown. */
export function loadStatistics(client: QueryClient) {
  return async (): Promise<null> => {
    const { language } = interfaceWords.read()
    const [messages] = await Promise.all([
      loadStatisticsMessages(language),
      client.ensureQueryData(statisticsQuery),
    ])
    interfaceWords.add(language, messages)
    return null
  }
}

/** Numbers of the archive: posts over time, lengths, what is missing. Each figure leads to its list where there is one. */
export function StatisticsRoute() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: statistics } = useSuspenseQuery(statisticsQuery)
  const box = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  useTitle(t('statistics.title'), manifest.title)
  usePageAddress(manifest, statisticsPath)
  const open = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isHeld = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (link === null || isHeld || event.defaultPrevented) return
    event.preventDefault()
    void navigate(`/${(link.getAttribute('href') ?? '').slice(hrefStart.length)}`)
  })
  // The figures are plain links, as in pages without script.
  useEffect(() => {
    const element = box.current
    const listener = (event: MouseEvent) => {
      open(event)
    }
    element?.addEventListener('click', listener)
    return () => element?.removeEventListener('click', listener)
  }, [])
  return (
    <div className={styles.page}>
      <p className={styles.up}>
        <Link to={aboutPath}>{t('about.title')}</Link>
      </p>
      <h1>{t('statistics.title')}</h1>
      <div ref={box}>
        {statistics === null ? null : (
          <StatisticsView statistics={statistics} words={t} locale={locale} toHref={toFigureHref} />
        )}
      </div>
    </div>
  )
}

function toFigureHref({ facet, value, year }: FigureTarget): string {
  const ofValue =
    facet === undefined || value === undefined
      ? openFilter
      : withValue(openFilter, facet, value, 'include')
  const filter = year === undefined ? ofValue : withValue(ofValue, 'year', year, 'include')
  return toHref(timelinePath(filter))
}
