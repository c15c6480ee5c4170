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
  /** Further actions on the article: copy its link, share it. */
  children?: ReactNode
}

/** The original URL as written, its look-up in the Internet Archive, and the reader's own actions. */
export function ArticleLinks({ summary, sourceUrl, words, children }: ArticleLinksProps) {
  const original = summary.kind === 'video' ? 'article.originalVideo' : 'article.original'
  return (
    <div className="article-links">
      {sourceUrl === undefined ? (
        <p>{words('article.noAddress')}</p>
      ) : (
        <>
          <a className="article-button article-original" href={sourceUrl} {...outgoing}>
            <span>{words(original)}</span>
            {summary.sourceHost !== undefined && <small>{summary.sourceHost}</small>}
          </a>
          <a className="article-button" href={toArchiveLookup(sourceUrl, summary)} {...outgoing}>
            {words('article.archive')}
          </a>
        </>
      )}
      {children}
    </div>
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
