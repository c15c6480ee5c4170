import { useQuery } from '@tanstack/react-query'
import { toMonthName } from '#article/date-words.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { topicsQuery } from '#reader/data/archive/topics-query.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { TopicLinks } from './topic-links.tsx'
import styles from './topics.module.css'

interface YearTopicsProps {
  /** `YYYY`. */
  year: string
  filter: TimelineFilter
}

/** The terms of a year's months, January first; nothing where there are none. */
export function YearTopics({ year, filter }: YearTopicsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data } = useQuery(topicsQuery())
  const months = data?.months.filter(({ month }) => month.startsWith(`${year}-`)) ?? []
  if (months.length === 0) return null
  return (
    <dl className={styles.months} aria-label={`${year} · ${t('topics.name')}`}>
      {months.map((topics) => (
        <div key={topics.month}>
          <dt>{toMonthName(topics.month, locale)}</dt>
          <dd>
            <TopicLinks {...topics} filter={filter} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
