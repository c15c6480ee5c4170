import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useSyncExternalStore } from 'react'
import type { ListClock } from '#article/row/list-clock.ts'
import { PostRow } from '#article/row/post-row.tsx'
import { toTitleId } from '#article/row/row-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Link } from '#reader/router/link.tsx'
import { toShardNumber, type PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { postPath, type ListState } from '#reader/links/paths.ts'
import { marksKey } from '#reader/data/search/found-key.ts'
import { shardQuery, toRow } from '#reader/data/archive/shard-query.ts'
import type { Settings } from '#reader/storage/settings.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'
import { useShownText } from '#reader/chinese-script/shown-chinese-script.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { chooseRowPicture } from './choose-row-picture.ts'
import type { HitTextProps } from './hits/hit-text.tsx'
import { hasExcerpt } from './hits/marked-fields.ts'
import { RowPicture } from './row-picture.tsx'

const HitText = lazy(async () => {
  try {
    return { default: (await import('./hits/hit-text.tsx')).HitText }
  } catch {
    // A row without marks is still a row.
    return { default: UnmarkedText }
  }
})

function UnmarkedText({ summary, part, text }: HitTextProps) {
  const { language, titleLanguage = language } = summary
  const { show } = useShownText(part === 'excerpt' ? language : titleLanguage)
  return <>{show(text)}</>
}

interface TimelineRowProps {
  ordinal: number
  rowsPerShard: number
  clock: ListClock
  settings: Pick<Settings, 'timelinePictures' | 'articlePictures'>
  list: ListState
  /** Search query whose hits are marked in the row; absent when there is none. */
  query: string | undefined
  /** Whether the row is one of a compact list and shows its day, because no heading does. */
  isCompact: boolean
  /** Whether the row is the newest one that the last visit saw. */
  isLeftOff: boolean
}

/** One row of the timeline. It has its final height even before its shard is loaded. */
export function TimelineRow({ ordinal, rowsPerShard, isLeftOff, ...rest }: TimelineRowProps) {
  const { data: summary } = useQuery({
    ...shardQuery(toShardNumber(ordinal, rowsPerShard)),
    select: (shard) => toRow(shard, ordinal),
  })
  return (
    <article
      className={rest.isCompact ? 'post-row post-row-compact' : 'post-row'}
      data-ordinal={ordinal}
      aria-busy={summary === undefined}
      aria-labelledby={summary === undefined ? undefined : toTitleId(summary.id)}
    >
      {isLeftOff ? <LeftOff /> : null}
      {summary === undefined ? (
        <span className="post-row-placeholder" aria-hidden="true" />
      ) : (
        <LoadedRow summary={summary} ordinal={ordinal} {...rest} />
      )}
    </article>
  )
}

// Takes no space: the place of every row is known before it is drawn.
function LeftOff() {
  const { t } = useTranslation()
  return <p className="post-row-left-off">{t('door.leftOff')}</p>
}

type LoadedRowProps = Omit<TimelineRowProps, 'rowsPerShard' | 'isLeftOff'> & {
  summary: PostSummary
}

function LoadedRow({ summary, ordinal, settings, list, query, ...rest }: LoadedRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const isRead = useSyncExternalStore(shownDesk.subscribe, () => shownDesk.has('read', summary))
  const own = useSyncExternalStore(shownDesk.subscribe, () =>
    shownDesk.noteOf?.(list.list, summary),
  )
  useSyncExternalStore(shownDesk.subscribe, () => shownDesk.Actions)
  const { Actions } = shownDesk
  const markedQuery = useMarkedQuery(query, ordinal)
  const image = chooseRowPicture(summary, settings)
  const shown = {
    title: useShownText(summary.titleLanguage ?? summary.language),
    excerpt: useShownText(summary.language),
  }
  // What a search finds in text that recurs takes the place of the excerpt that is missing.
  const hasText =
    summary.excerpt !== undefined || (markedQuery !== undefined && hasExcerpt(summary))
  const withHits = (part: 'title' | 'excerpt', text: string) =>
    markedQuery === undefined ? (
      shown[part].show(text)
    ) : (
      <Suspense fallback={shown[part].show(text)}>
        <HitText {...{ query: markedQuery, ordinal, summary, part, text }} />
      </Suspense>
    )
  return (
    <PostRow
      {...rest}
      summary={summary}
      words={t}
      locale={locale}
      title={
        <Link
          to={postPath(summary.id)}
          state={list}
          className={isRead === true ? 'post-row-read' : 'post-row-link'}
        >
          {withHits('title', toDisplayTitle(summary))}
        </Link>
      }
      excerpt={
        own === undefined
          ? hasText
            ? withHits('excerpt', summary.excerpt ?? '')
            : undefined
          : t('timeline.note', { note: own })
      }
      level={rest.isCompact ? 2 : 4}
      languages={{
        title: shown.title.language,
        excerpt: own === undefined ? shown.excerpt.language : undefined,
      }}
    >
      {image === undefined ? null : <RowPicture image={image} />}
      {Actions && <Actions post={summary} />}
    </PostRow>
  )
}

/**
 * The query whose hits are marked in a row. Locating the hits takes a request, so an unknown query is deferred and the
 * text does not wait for it; known hits are shown at once, because somebody may be about to print them.
 */
function useMarkedQuery(query: string | undefined, ordinal: number): string | undefined {
  const client = useQueryClient()
  const isKnown = query !== undefined && client.getQueryData(marksKey(query, ordinal)) !== undefined
  const deferred = useDeferredValue(query, isKnown ? query : undefined)
  return isKnown ? query : deferred
}
