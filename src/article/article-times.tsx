import type { PostSummary } from '#contract/timeline-shard.ts'
import type { TimeFlag } from '#core/post/post.ts'
import { isWholeDay, toKnownDay } from '#core/time/known-day.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { SourceTime } from './source-time.tsx'
import { toDayWords } from './date-words.ts'
import { toUtcText } from './time-text.ts'
import { toPeriodText } from './view/period-text.ts'
import type { Words } from './words.ts'
import { toClockText, toZonedDay } from './zoned-time.ts'

interface ArticleTimesProps {
  summary: PostSummary
  words: Words
  locale: string
  hrefs: ArticleHrefs
  /** IANA zone of the archive's days. */
  timeZone: string
}

// Whole sites never give a second time. A badge on each of their posts would be a pointless warning.
const commonFlag: TimeFlag = 'epochMissing'

/**
 * The publication time and the source's own time, side by side, each with its origin. Doubts come with an explanation.
 */
export function ArticleTimes(props: ArticleTimesProps) {
  const { summary, words } = props
  const { sourceTimestamp, timeFlags = [] } = summary
  const doubts = timeFlags.filter((flag) => flag !== commonFlag)
  return (
    <div className="article-times">
      <dl>
        <div>
          <dt>{words('article.published')}</dt>
          <dd>
            <PublishedTime {...props} />
            {timeFlags.includes(commonFlag) && (
              <span className="article-time-note">{words('article.timeUnchecked')}</span>
            )}
          </dd>
        </div>
        {sourceTimestamp && (
          <SourceTime timestamp={sourceTimestamp} publishedAt={summary.publishedAt} words={words} />
        )}
      </dl>
      {doubts.length > 0 && (
        <div className="time-flags">
          {doubts.map((flag) => (
            <TimeFlagNote key={flag} flag={flag} words={words} />
          ))}
        </div>
      )}
    </div>
  )
}

function PublishedTime({ summary, words, locale, hrefs, timeZone }: ArticleTimesProps) {
  const { publishedAt } = summary
  const known = toKnownDay(summary)
  if (publishedAt !== undefined) {
    const day = toZonedDay(publishedAt, timeZone)
    return (
      <>
        <time className="article-time-exact" dateTime={publishedAt}>
          {toUtcText(publishedAt)}
        </time>
        <span className="article-time-note">
          <a href={hrefs.day(day)}>{toDayWords(day, locale)}</a>
          {timeZone !== 'UTC' && (
            <>
              {' · '}
              {words('article.zonedTime', {
                time: toClockText(publishedAt, timeZone),
                zone: timeZone,
              })}
            </>
          )}
        </span>
      </>
    )
  }
  if (known === undefined) return words('article.publishedUnknown')
  const inWords = toKnownWords(known, locale)
  const way = <a href={hrefs.day(known)}>{inWords}</a>
  return (
    <>
      <time className="article-time-exact" dateTime={known}>
        {inWords === known ? way : known}
      </time>
      {inWords === known ? null : <span className="article-time-note">{way}</span>}
    </>
  )
}

/** A day with its weekday, a month or a year in words. */
function toKnownWords(known: string, locale: string): string {
  return isWholeDay(known) ? toDayWords(known, locale) : toPeriodText(known, locale)
}

function TimeFlagNote({ flag, words }: { flag: TimeFlag; words: Words }) {
  return (
    <details className="time-flag">
      <summary>{words(`article.flag.${flag}`)}</summary>
      <p>{words(`article.flagText.${flag}`)}</p>
    </details>
  )
}
