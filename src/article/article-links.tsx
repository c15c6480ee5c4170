import type { ReactNode } from 'react'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { Words } from './words.ts'

/** Outgoing links open outside the reader and send no referrer. */
const outgoing = {
  target: '_blank',
  rel: 'noopener noreferrer nofollow ugc',
  referrerPolicy: 'no-referrer',
} as const

interface ArticleLinksProps {
  summary: PostSummary
  /** Original URL, verbatim; absent when the source has none. */
  sourceUrl: string | undefined
  words: Words
}

/** Above the text: the original, and what the reader can do with the article. Its line is there before the reader is. */
export function HeadLinks(props: ArticleLinksProps & { children?: ReactNode }) {
  const { sourceUrl, children } = props
  if (sourceUrl === undefined && children === undefined) return null
  return (
    <div className="article-links article-head-links">
      {sourceUrl === undefined ? null : <OriginalLink {...props} url={sourceUrl} />}
      {children}
    </div>
  )
}

/** Below the text: the original URL as written, and its look-up in the Internet Archive. */
export function ArticleLinks(props: ArticleLinksProps) {
  const { summary, sourceUrl, words } = props
  return (
    <div className="article-links">
      {sourceUrl === undefined ? (
        <p>{words('article.noAddress')}</p>
      ) : (
        <>
          <OriginalLink {...props} url={sourceUrl} />
          <a className="article-button" href={toArchiveLookup(sourceUrl, summary)} {...outgoing}>
            {words('article.archive')}
          </a>
        </>
      )}
    </div>
  )
}

function OriginalLink({ summary, url, words }: ArticleLinksProps & { url: string }) {
  const { kind, sourceHost } = summary
  return (
    <a className="article-button article-original" href={url} {...outgoing}>
      <span>{words(kind === 'video' ? 'article.originalVideo' : 'article.original')}</span>
      {sourceHost !== undefined && <small>{sourceHost}</small>}
    </a>
  )
}

/** URL of the Internet Archive's captures of a page, on the day of the post if it is known. */
export function toArchiveLookup(
  url: string,
  published: { publishedAt?: string | undefined; publishedOn?: string | undefined } = {},
): string {
  const day = published.publishedAt?.slice(0, 10) ?? published.publishedOn ?? ''
  return `https://web.archive.org/web/${day.replaceAll('-', '')}*/${url}`
}
