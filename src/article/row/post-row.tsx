import { Fragment, type ReactNode } from 'react'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { textDirection } from '#core/text/language.ts'
import { toNumberText } from '../number-text.ts'
import { toPeriodText } from '../view/period-text.ts'
import type { Words } from '../words.ts'
import { listSpeakers } from '../speakers.ts'
import { toRowDay, type ListClock } from './list-clock.ts'
import { toTitleId } from './row-text.ts'
import { RowTime } from './row-time.tsx'

/** Props of the content of a row. It uses no hooks: Node renders it into files, the browser renders it live. */
export interface PostRowProps {
  summary: PostSummary
  words: Words
  /** Locale of dates and numbers. */
  locale: string
  /** The clock of the list's times. */
  clock: ListClock
  /** The title, including the link that opens the post. */
  title: ReactNode
  /** The excerpt as displayed; `undefined` where there is none. */
  excerpt: ReactNode
  /** BCP 47 languages of the displayed title and excerpt; absent = undecided. */
  languages: { title: string | undefined; excerpt: string | undefined }
  /** Whether the row is one of a compact list: its day and time stand in the line below the title. */
  isCompact?: boolean
  /** Level of the title's heading: 4 below the headings of month and day, 2 in a list without them. */
  level?: 2 | 4
  /** Shown at the end of the line below the title; absent = nothing. */
  note?: string | undefined
  /** The picture next to the text. */
  children?: ReactNode
}

/** Renders a row in a list of posts the same way everywhere. Goes inside an element of the class `post-row`. */
export function PostRow(props: PostRowProps) {
  const { summary, words, title, excerpt, languages, level = 4, isCompact, children } = props
  const Title = `h${level}` as const
  return (
    <>
      {isCompact ? null : <RowTime {...props} />}
      <div className="post-row-text">
        <Title id={toTitleId(summary.id)} className="post-row-title" {...toOwn(languages.title)}>
          {title}
        </Title>
        <p className="post-row-byline">
          {isCompact ? <RowDate {...props} /> : null}
          {summary.kind === 'video' ? <VideoMark words={words} /> : null}
          <Byline {...props} />
        </p>
        {excerpt !== undefined && (
          <p className="post-row-excerpt" {...toOwn(languages.excerpt)}>
            <span className="post-row-lines">{excerpt}</span>
          </p>
        )}
        {summary.length.count === 0 && summary.isRecurring !== true && (
          <p className="post-row-excerpt">{words(`timeline.empty.${summary.kind}`)}</p>
        )}
      </div>
      {children}
    </>
  )
}

/** Attributes of an element with a post's own words. */
function toOwn(language: string | undefined) {
  return { lang: language, dir: language === undefined ? 'auto' : textDirection(language) }
}

function RowDate(props: PostRowProps) {
  return (
    <span className="post-row-date">
      {toDayOf(props.summary, props)}
      <RowTime {...props} />
      <span aria-hidden="true">·</span>
    </span>
  )
}

function VideoMark({ words }: { words: Words }) {
  return (
    <span className="post-row-kind">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M8 5.5v13l11-6.5z" />
      </svg>
      <span className="visually-hidden">{words('kind.video')}</span>
    </span>
  )
}

function toDayOf(
  summary: PostSummary,
  { words, locale, clock }: Pick<PostRowProps, 'words' | 'locale' | 'clock'>,
): string {
  const day = toRowDay(summary, clock)
  return day === undefined ? words('timeline.undated') : toPeriodText(day, locale)
}

/** Names in a row; an article has them all. */
const mostNames = 4

function Byline({ summary, words, note }: PostRowProps) {
  const { count, unit } = summary.length
  const names = listSpeakers(summary).map(({ name }) => name)
  const parts = names.slice(0, mostNames)
  if (names.length > mostNames) parts.push(`+${toNumberText(names.length - mostNames)}`)
  if (count > 0) {
    parts.push(words(`length.${unit}`, { count, number: toNumberText(count) }))
  }
  if (summary.versions !== undefined) {
    parts.push(words('timeline.versions', { count: summary.versions }))
  }
  if (summary.supersededBy !== undefined) parts.push(words('timeline.superseded'))
  if (note !== undefined) parts.push(note)
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
