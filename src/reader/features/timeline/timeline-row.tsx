import { useQuery } from '@tanstack/react-query'
import { Fragment, lazy, Suspense, useSyncExternalStore } from 'react'
import { useTranslation } from '#reader/ui/use-translation.ts'
import { Link } from 'react-router-dom'
import { toShardNumber, type PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/display-title.ts'
import { textDirection } from '#core/language.ts'
import { postPath, type ListState } from '#reader/app/paths.ts'
import { shardQuery, toRow } from '#reader/data/shard-query.ts'
import { visitedPosts } from '#reader/data/visited-posts.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { toDateText } from '#reader/ui/date-words.ts'
import { useShownText } from '#reader/ui/shown-script.ts'
import { useLocale } from '#reader/ui/use-locale.ts'
import { RowPicture } from './row-picture.tsx'
import { RowTime } from './row-time.tsx'
import { toByline } from './row-text.ts'
import styles from './timeline-row.module.css'

const HitText = lazy(async () => ({
  default: (await import('./hits/hit-text.tsx')).HitText,
}))

interface TimelineRowProps {
  ordinal: number
  rowsPerShard: number
  timeZone: string
  showPicture: boolean
  list: ListState
  /** What the list was searched for, marked in the row; absent when it was not searched. */
  query: string | undefined
  /** Whether the row says its day, because no heading does. */
  withDay: boolean
}

/** One row of the timeline. It has its height before its shard has come, and keeps it. */
export function TimelineRow({ ordinal, rowsPerShard, ...rest }: TimelineRowProps) {
  const { data: summary } = useQuery({
    ...shardQuery(toShardNumber(ordinal, rowsPerShard)),
    select: (shard) => toRow(shard, ordinal),
  })
  return (
    <article className={styles.row} data-ordinal={ordinal} aria-busy={summary === undefined}>
      {summary === undefined ? (
        <span className={styles.placeholder} aria-hidden="true" />
      ) : (
        <LoadedRow summary={summary} ordinal={ordinal} {...rest} />
      )}
    </article>
  )
}

type LoadedRowProps = Omit<TimelineRowProps, 'rowsPerShard'> & { summary: PostSummary }

function LoadedRow(props: LoadedRowProps) {
  const { summary, ordinal, timeZone, showPicture, list, query } = props
  const { t } = useTranslation()
  const visited = useSyncExternalStore(visitedPosts.subscribe, visitedPosts.read)
  const { leadImage } = summary
  const shown = {
    title: useShownText(summary.titleLanguage ?? summary.language),
    excerpt: useShownText(summary.language),
  }
  const withHits = (part: 'title' | 'excerpt', text: string) =>
    query === undefined ? (
      shown[part].show(text)
    ) : (
      <Suspense fallback={shown[part].show(text)}>
        <HitText {...{ query, ordinal, summary, part, text }} />
      </Suspense>
    )
  return (
    <>
      <RowTime summary={summary} timeZone={timeZone} />
      <div className={styles.text}>
        <p className={styles.title} {...toOwn(shown.title.language)}>
          <Link
            to={postPath(summary.id)}
            state={list}
            className={visited.has(summary.id) ? styles.visited : styles.link}
          >
            {withHits('title', toDisplayTitle(summary))}
          </Link>
        </p>
        <p className={styles.byline}>
          {summary.kind === 'video' ? (
            <span className={styles.kind}>
              <Icon name="video" />
              <span className="visually-hidden">{t('kind.video')}</span>
            </span>
          ) : null}
          <Byline {...props} />
        </p>
        {summary.excerpt !== undefined && (
          <p className={styles.excerpt} {...toOwn(shown.excerpt.language)}>
            {withHits('excerpt', summary.excerpt)}
          </p>
        )}
        {summary.length.count === 0 && (
          <p className={styles.excerpt}>{t(`timeline.empty.${summary.kind}`)}</p>
        )}
      </div>
      {showPicture && leadImage !== undefined ? <RowPicture image={leadImage} /> : null}
    </>
  )
}

/** What an element with a post's own words says of them. */
function toOwn(language: string | undefined) {
  return { lang: language, dir: language === undefined ? 'auto' : textDirection(language) }
}

function Byline({ summary, timeZone, withDay }: LoadedRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { count, unit } = summary.length
  const parts = toByline(summary)
  if (withDay) parts.unshift(toDateText(summary, locale, timeZone) ?? t('timeline.undated'))
  if (count > 0) {
    parts.push(t(`length.${unit}`, { count, number: count.toLocaleString(locale) }))
  }
  if (summary.versions !== undefined)
    parts.push(t('timeline.versions', { count: summary.versions }))
  if (summary.supersededBy !== undefined) parts.push(t('timeline.superseded'))
  return (
    <span>
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 && ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </span>
  )
}
