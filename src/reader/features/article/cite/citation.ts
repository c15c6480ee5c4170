import { toInstant, toUtcText } from '#article/time-text.ts'
import { nestTitleMarks } from '#article/title-marks.ts'
import type { Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { toMarkdownText } from '#article/reference/markdown-text.ts'
import { toSingleLine, toPublisher } from '#article/reference/reference.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { listAuthors } from '#core/post/authors.ts'
import { isSameInstant } from '#core/time/source-clock.ts'
import { toKnownDay } from '#core/time/known-day.ts'

/** What a citation needs to know of an article. */
export interface CitedArticle {
  summary: PostSummary
  body: Pick<ArticleBody, 'title' | 'sourceUrl' | 'source'>
  /** The title the page shows: the post's own, or a substitute for a missing one. */
  title: string
  /** Address of the article in this archive. */
  url: string
  /** Print of the key that signs the archive; absent where nobody signs it. */
  keyPrint?: string | undefined
}

/** `[title](link), authors, source, day` in Markdown. Unknown parts are left out. */
export function toMarkdownCitation({ summary, title, url }: CitedArticle): string {
  const day = summary.publishedAt?.slice(0, 10) ?? toKnownDay(summary)
  const facts = [...listAuthors(summary), toPublisher(summary), day]
  const link = `[${toMarkdownText(title)}](${url})`
  return [link, ...facts.flatMap((fact) => toMarkdownText(fact ?? '') || [])].join(', ')
}

/**
 * Lines of plain text: authors, title, source, both times, original and archive address, and what tells the source file
 * and the archive. Unknown parts are left out.
 */
export function toPlainCitation(article: CitedArticle, words: Words): string {
  const { summary, body, url, keyPrint } = article
  const { kind } = summary
  const pair = (name: string, value: string) => words('article.cite.pair', { name, value })
  const original = words(kind === 'video' ? 'article.originalVideo' : 'article.original')
  const head = [...listAuthors(summary), toNamedTitle(article, words), toPublisher(summary)]
  return [
    join(head, words('article.cite.comma')),
    join(listTimes(summary, words), words('article.cite.semicolon')),
    body.sourceUrl === undefined ? '' : pair(original, body.sourceUrl),
    pair(words('article.cite.archive'), url),
    join(
      [
        body.source && pair(words('article.sha256'), body.source.sha256),
        keyPrint && pair(words('article.keyPrint'), keyPrint),
      ],
      words('article.cite.semicolon'),
    ),
  ]
    .map(toSingleLine)
    .filter((line) => line !== '')
    .join('\n')
}

/** A post without a title is named by its first words, without title marks. */
function toNamedTitle({ summary, body, title }: CitedArticle, words: Words): string {
  const isNamed = body.title !== undefined || summary.title !== undefined
  return isNamed ? nestTitleMarks(words('article.cite.title', { title })) : title
}

function listTimes(summary: PostSummary, words: Words): (string | undefined)[] {
  const { publishedAt, sourceTimestamp } = summary
  const published = publishedAt === undefined ? toKnownDay(summary) : toUtcText(publishedAt)
  const pair = (name: string, value: string) => words('article.cite.pair', { name, value })
  return [
    published && pair(words('article.published'), published),
    sourceTimestamp && toSourceTime(sourceTimestamp, { publishedAt, words }),
  ]
}

/**
 * The source's own time, verbatim and with its origin. What a mirror noted is a date, as on the page, and is left out
 * where it only repeats the time of publication.
 */
function toSourceTime(
  timestamp: NonNullable<PostSummary['sourceTimestamp']>,
  { publishedAt, words }: { publishedAt: string | undefined; words: Words },
): string | undefined {
  const { text, origin } = timestamp
  const isNoted = origin === 'epochComment'
  if (isNoted && isSameInstant(timestamp, { publishedAt })) return undefined
  const instant = isNoted ? toInstant(text) : undefined
  const value = words('article.cite.note', {
    value: instant === undefined ? text : toUtcText(instant),
    note: words(`article.origin.${origin}`),
  })
  return words('article.cite.pair', {
    name: words(isNoted ? 'article.mirrorTime' : 'article.sourceTime'),
    value,
  })
}

function join(parts: readonly (string | undefined)[], sign: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(sign)
}
