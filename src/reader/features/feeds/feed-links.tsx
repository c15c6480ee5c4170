// Loaded where a site has feeds.
import { feedForms, feedFormats } from '#core/address/feed-path.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { feedHref, feedListHref } from '#reader/links/feed-paths.ts'
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

/** Adds feed discovery links to the page's head for the value a list shows. The archive's own are in every page. */
export function FeedAlternates({ filter }: { filter: TimelineFilter }) {
  const feed = useShownFeed(filter)
  if (feed?.of === undefined) return null
  const { of, title } = feed
  // React hoists these into the head.
  return feedFormats.map((format) => {
    const { name, type } = feedForms[format]
    const href = feedHref(format, of)
    return <link key={href} rel="alternate" type={type} title={`${title} (${name})`} href={href} />
  })
}
