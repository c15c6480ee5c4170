import type { PostSummary } from '#contract/timeline-shard.ts'
import type { TimeFlag } from '#core/post.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { toClockText, toDayWords, toUtcText, toZonedDay } from './time-text.ts'
import type { Words } from './words.ts'

interface ArticleTimesProps {
  summary: PostSummary
  words: Words
  locale: string
  hrefs: ArticleHrefs
  /** IANA zone of the archive's days. */
  timeZone: string
}

/** The published time and the source's own, side by side, each with its origin; doubts explain themselves. */
export function ArticleTimes(props: ArticleTimesProps) {
  const { summary, words } = props
  const { sourceTimestamp, timeFlags = [] } = summary
  return (
    <div className="article-times">
      <dl>
        <div>
          <dt>{words('article.published')}</dt>
          <PublishedTime {...props} />
        </div>
        {sourceTimestamp && (
          <div>
            <dt>{words('article.sourceTime')}</dt>
            <dd>
              <span className="article-time-exact">
                <bdi>{sourceTimestamp.text}</bdi>
              </span>
              <span className="article-time-note">
                {words(`article.origin.${sourceTimestamp.origin}`)}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {timeFlags.map((flag) => (
        <TimeFlagNote key={flag} flag={flag} words={words} />
      ))}
    </div>
  )
}

function PublishedTime({ summary, words, locale, hrefs, timeZone }: ArticleTimesProps) {
  const { publishedAt, publishedOn } = summary
  if (publishedAt !== undefined) {
    const day = toZonedDay(publishedAt, timeZone)
    return (
      <dd>
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
      </dd>
    )
  }
  if (publishedOn === undefined) return <dd>{words('article.publishedUnknown')}</dd>
  return (
    <dd>
      <time className="article-time-exact" dateTime={publishedOn}>
        {publishedOn}
      </time>
      <span className="article-time-note">
        <a href={hrefs.day(publishedOn)}>{toDayWords(publishedOn, locale)}</a>
      </span>
    </dd>
  )
}

function TimeFlagNote({ flag, words }: { flag: TimeFlag; words: Words }) {
  return (
    <details className="time-flag">
      <summary>{words(`article.flag.${flag}`)}</summary>
      <p>{words(`article.flagText.${flag}`)}</p>
    </details>
  )
}
