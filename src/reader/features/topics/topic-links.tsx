import { Link } from '#reader/router/link.tsx'
import { toMonthText } from '#article/date-words.ts'
import { toNumberText } from '#article/number-text.ts'
import type { MonthTopics } from '#contract/topics-file.ts'
import { toTopicFilter } from '#core/selection/topic-filter.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { timelinePath } from '#reader/links/paths.ts'
import styles from './topics.module.css'

interface TopicLinksProps extends MonthTopics {
  /** The list that the terms are looked for in. */
  filter: TimelineFilter
}

/** The terms of a month; each opens the posts of the month that have it. */
export function TopicLinks({ month, terms, filter }: TopicLinksProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <ul className={styles.terms}>
      {terms.map(({ term, posts }) => (
        <li key={term}>
          <Link
            to={timelinePath(toTopicFilter(filter, month, term))}
            aria-label={t('topics.month', { term, month: toMonthText(month, locale) })}
          >
            <bdi>{term}</bdi>
          </Link>
          <span className={styles.count} aria-hidden="true">{` ${toNumberText(posts)}`}</span>
        </li>
      ))}
    </ul>
  )
}
