import { feedForms, feedFormats } from '#core/address/feed-path.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { feedHref, feedListHref } from '#reader/links/paths.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './feeds.module.css'
import { useShownFeed } from './use-shown-feed.ts'

/** Links to the feed of what a list shows, in each format, and to the list of all feeds. */
export function FeedLinks({ filter }: { filter: TimelineFilter }) {
  const { t } = useTranslation()
  const feed = useShownFeed(filter)
  if (feed === undefined) return null
  const { of } = feed
  return (
    <section className={styles.feeds}>
      <h2 className={styles.name} dir="auto">
        {of === undefined ? t('feeds.archive') : t('feeds.value', { value: of.value })}
      </h2>
      <ul className={styles.forms}>
        {feedFormats.map((format) => (
          <li key={format}>
            <a href={feedHref(format, of)} type={feedForms[format].type}>
              {feedForms[format].name}
            </a>
          </li>
        ))}
        <li>
          <a href={feedListHref}>{t('feeds.all')}</a>
        </li>
      </ul>
    </section>
  )
}
