import type { ReactNode } from 'react'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { DerivedRecord } from './derived-facts.tsx'
import type { Words } from './words.ts'

// Every Jekyll post has these two keys. They say nothing about the article.
const plainKeys = new Set(['layout', 'comments'])

interface ArticleRecordProps {
  summary: Pick<PostSummary, 'sourceTimestamp' | 'sourceHost'>
  body: Pick<ArticleBody, 'file' | 'source' | 'writtenUrl' | 'derived' | 'extra'>
  words: Words
  hrefs: ArticleHrefs
  /** Print of the key that signs the archive; absent where nobody signs it. */
  keyPrint?: string | undefined
  /** What leads to the file itself. */
  sourceLink?: ReactNode
}

/** Record of the source: the article's file, its host, its second timestamp verbatim, and its other front matter. */
export function ArticleRecord({
  summary,
  body,
  words,
  hrefs,
  keyPrint,
  sourceLink,
}: ArticleRecordProps) {
  const extra = Object.entries(body.extra ?? {}).filter(([key]) => !plainKeys.has(key))
  return (
    <details className="article-record">
      <summary>{words('article.extra')}</summary>
      <dl>
        <div>
          <dt>{words('article.file')}</dt>
          <dd>
            <bdi>{body.file}</bdi>
          </dd>
        </div>
        {body.source !== undefined && (
          <div>
            <dt>{words('article.sha256')}</dt>
            <dd>
              <bdi>{body.source.sha256}</bdi>
              {` · ${words('article.sha256Proves')}`}
              {sourceLink === undefined ? null : <> · {sourceLink}</>}
            </dd>
          </div>
        )}
        {keyPrint !== undefined && (
          <div>
            <dt>{words('article.keyPrint')}</dt>
            <dd>
              <bdi>{keyPrint}</bdi>
            </dd>
          </div>
        )}
        {summary.sourceHost !== undefined && (
          <div>
            <dt>{words('article.website')}</dt>
            <dd>
              <a href={hrefs.facet('source', summary.sourceHost)}>{summary.sourceHost}</a>
            </dd>
          </div>
        )}
        {body.writtenUrl !== undefined && (
          <div>
            <dt>{words('article.writtenUrl')}</dt>
            <dd>
              <bdi>{body.writtenUrl}</bdi>
            </dd>
          </div>
        )}
        <TimestampRecord {...summary} words={words} />
        <DerivedRecord derived={body.derived} words={words} />
        {extra.map(([key, value]) => (
          <div key={key}>
            <dt>
              <bdi>{key}</bdi>
            </dt>
            <dd>
              <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function TimestampRecord({
  sourceTimestamp,
  words,
}: Pick<ArticleRecordProps['summary'], 'sourceTimestamp'> & { words: Words }) {
  if (sourceTimestamp === undefined) return null
  const { text, origin } = sourceTimestamp
  const isNoted = origin === 'epochComment'
  return (
    <div>
      <dt>{words(isNoted ? 'article.mirrorTime' : 'article.sourceTime')}</dt>
      <dd>
        <bdi>{text}</bdi>
        {` · ${words(isNoted ? 'article.unixTime' : `article.origin.${origin}`)}`}
      </dd>
    </div>
  )
}
