import type { PostSummary } from '#contract/timeline-shard.ts'
import { isSameInstant } from '#core/time/source-clock.ts'
import { toInstant, toUtcText } from './time-text.ts'
import type { Words } from './words.ts'

interface SourceTimeProps {
  timestamp: NonNullable<PostSummary['sourceTimestamp']>
  /** UTC instant of publication; absent when it is unknown. */
  publishedAt: string | undefined
  words: Words
}

/**
 * The source's own time, verbatim: in one line if it says the same instant as the time of publication. What a mirror
 * noted is shown as a date; its number stands in the record of the article.
 */
export function SourceTime({ timestamp, publishedAt, words }: SourceTimeProps) {
  const { text, origin } = timestamp
  const isNoted = origin === 'epochComment'
  const name = words(isNoted ? 'article.mirrorTime' : 'article.sourceTime')
  if (isSameInstant(timestamp, { publishedAt })) {
    return (
      <div className="article-time-same">
        <dt>{name}</dt>
        <dd>
          {isNoted ? null : (
            <>
              <span className="article-time-exact">
                <BreakableTime text={text} />
              </span>{' '}
            </>
          )}
          {words('article.sameInstant')}
        </dd>
      </div>
    )
  }
  const instant = isNoted ? toInstant(text) : undefined
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {instant === undefined ? (
          <span className="article-time-exact">
            <BreakableTime text={text} />
          </span>
        ) : (
          <time className="article-time-exact" dateTime={instant}>
            {toUtcText(instant)}
          </time>
        )}
        <span className="article-time-note">{words(`article.origin.${origin}`)}</span>
      </dd>
    </div>
  )
}

/** A verbatim time that may break only between its date and its clock time. */
function BreakableTime({ text }: { text: string }) {
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2}T)(.+)$/.exec(text) ?? []
  if (date === undefined) return <bdi>{text}</bdi>
  return (
    <bdi>
      {date}
      <wbr />
      {clock}
    </bdi>
  )
}
