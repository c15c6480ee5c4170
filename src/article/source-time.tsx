import type { PostSummary } from '#contract/timeline-shard.ts'
import { toInstant, toUtcText } from './time-text.ts'
import type { Words } from './words.ts'

interface SourceTimeProps {
  timestamp: NonNullable<PostSummary['sourceTimestamp']>
  words: Words
}

/** The source's own time, verbatim. A number recorded by the mirror is also shown as a date. */
export function SourceTime({ timestamp: { text, origin }, words }: SourceTimeProps) {
  const instant = origin === 'epochComment' ? toInstant(text) : undefined
  return (
    <div>
      <dt>{words(origin === 'epochComment' ? 'article.mirrorTime' : 'article.sourceTime')}</dt>
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
        <span className="article-time-note">
          {instant !== undefined && (
            <>
              <bdi>{text}</bdi>
              {' · '}
            </>
          )}
          {words(`article.origin.${origin}`)}
        </span>
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
