import { Link } from '#reader/router/link.tsx'
import { toRowDay, type ListClock } from '#article/row/list-clock.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import { listSpeakers } from '#article/speakers.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { textDirection } from '#core/text/language.ts'
import { useShownText } from '#reader/chinese-script/shown-chinese-script.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { postPath } from '#reader/links/paths.ts'
import { MarkedText } from '#reader/ui/marked-text.tsx'
import type { PostPassage } from './passages-query.ts'
import styles from './passages.module.css'

interface PassageRowProps {
  /** Posts that say nearly the same; the first one is shown, the others are folded. */
  group: readonly PostPassage[]
  clock: ListClock
  /** Address query of the list that the posts lead back to. */
  list: string
}

/** A passage with its hit in the middle, so that the hits of all rows stand below each other. */
export function PassageRow({ group, clock, list }: PassageRowProps) {
  const { t } = useTranslation()
  const [first, ...others] = group
  if (first === undefined) return null
  const { row, piece } = first
  const sources = new Set(group.map(({ row: { sourceHost } }) => sourceHost)).size
  return (
    <li>
      <Head passage={first} clock={clock} list={list} />
      <Piece piece={piece} language={row.language} />
      {others.length === 0 ? null : (
        <details className={styles.others}>
          <summary>
            {t('overTime.alike', { count: others.length, number: others.length })}
            {sources < 2 ? null : ` · ${t('overTime.sources', { number: sources })}`}
          </summary>
          <ul>
            {others.map((passage) => (
              <li key={passage.ordinal}>
                <Head passage={passage} clock={clock} list={list} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

interface HeadProps {
  passage: PostPassage
  clock: ListClock
  list: string
}

function Head({ passage: { row }, clock, list }: HeadProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const day = toRowDay(row, clock)
  const title = useShownText(row.titleLanguage ?? row.language)
  const names = listSpeakers(row).map(({ name }) => name)
  return (
    <p className={styles.head}>
      <span>{day === undefined ? t('overTime.noDate') : toPeriodText(day, locale)}</span>
      {names.map((name) => (
        <span key={name}>
          <bdi>{name}</bdi>
        </span>
      ))}
      <span>
        <Link to={postPath(row.id)} state={{ list }} lang={title.language}>
          <bdi>{title.show(toDisplayTitle(row))}</bdi>
        </Link>
      </span>
    </p>
  )
}

function Piece({
  piece: { text, marks },
  language,
}: Pick<PostPassage, 'piece'> & { language: string | undefined }) {
  const shown = useShownText(language)
  const own = {
    lang: shown.language,
    dir: language === undefined ? 'auto' : textDirection(language),
  } as const
  const [first] = marks
  if (first === undefined) {
    return (
      <p className={styles.text} {...own}>
        {shown.show(text)}
      </p>
    )
  }
  const rest = marks.map(({ start, end }) => ({
    start: start - first.start,
    end: end - first.start,
  }))
  return (
    <p className={styles.piece} {...own}>
      <span className={styles.before}>
        <bdi>{shown.show(text.slice(0, first.start))}</bdi>
      </span>
      <span className={styles.after}>
        <MarkedText text={shown.show(text.slice(first.start))} marks={rest} />
      </span>
    </p>
  )
}
