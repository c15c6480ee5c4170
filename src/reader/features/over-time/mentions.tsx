import { useQuery } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import { toPeriodText } from '#article/view/period-text.ts'
import type { TimelineDay } from '#core/selection/calendar.ts'
import { ordinalAt, type Selection } from '#core/selection/selection.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { rowQuery } from '#reader/data/archive/row-query.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { postPath } from '#reader/links/paths.ts'
import styles from './over-time.module.css'

interface MentionsProps {
  days: readonly TimelineDay[]
  /** The posts in the order of these days. */
  posts: Selection
  /** Ordinal at a place of that order. */
  ordinalOf: (place: number) => number
  /** Address query of the list that the posts lead back to. */
  list: string
}

/** The first and the last post of a list whose dates are known. */
export function Mentions({ days, posts, ordinalOf, list }: MentionsProps) {
  const dated = days.filter(({ day }) => day !== undefined)
  const [first, last] = [dated[0], dated.at(-1)]
  if (first === undefined || last === undefined) return null
  const ends = [
    { end: 'first' as const, day: first.day ?? '', place: ordinalAt(posts, first.start) },
    { end: 'last' as const, day: last.day ?? '', place: ordinalAt(posts, last.end - 1) },
  ]
  return (
    <dl className={styles.mentions}>
      {ends.map(({ end, day, place }) =>
        place === undefined ? null : (
          <Mention key={end} end={end} day={day} ordinal={ordinalOf(place)} list={list} />
        ),
      )}
    </dl>
  )
}

interface MentionProps {
  end: 'first' | 'last'
  day: string
  ordinal: number
  list: string
}

function Mention({ end, day, ordinal, list }: MentionProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: row } = useQuery(rowQuery(ordinal))
  return (
    <div>
      <dt>{t(`overTime.${end}`)}</dt>
      <dd>
        {toPeriodText(day, locale)}
        {row === undefined || row === null ? null : (
          <>
            {' · '}
            <Link to={postPath(row.id)} state={{ list }} lang={row.titleLanguage ?? row.language}>
              <bdi>{toDisplayTitle(row)}</bdi>
            </Link>
          </>
        )}
      </dd>
    </div>
  )
}
