import { toInstant, toUtcText } from '#article/time-text.ts'
import type { Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { innerLinkStart } from '#core/address/own-address.ts'
import { picturePath } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { textDirection } from '#core/text/language.ts'
import type { SourceTimestamp } from '#core/post/post.ts'
import { isSameInstant } from '#core/time/source-clock.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import { toPortableHtml } from '#builder/read/clean/serialize-html.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { cutHtml } from './cut-html.ts'

/** Longest article of a feed, in code units of HTML: about 5,000 words. */
export const longestArticle = 32_000

/** The inputs of an entry's HTML. */
export interface EntrySource {
  summary: Omit<PostSummary, 'id'>
  body: Pick<ArticleBody, 'parts' | 'localPictures'>
  /** Address of the original; absent when there is none. */
  sourceUrl: string | undefined
  /** Full address of the site. */
  site: string
  /** Full address of the post's page. */
  address: string
  words: Words
  /** BCP 47 language of the words. */
  locale: string
}

/** The excerpt, then both times and a link to the original. */
export function toExcerptHtml(source: EntrySource): string {
  const { excerpt } = source.summary
  const text = excerpt === undefined ? '' : `<p>${escapeHtml(excerpt)}</p>`
  return inLanguage(source, text) + toRecordHtml(source)
}

/**
 * The article, truncated after a whole block and with a link to the rest where it is long; then as above. `undefined`
 * without text.
 */
export function toArticleHtml(source: EntrySource): string | undefined {
  const { body, address, site, words, locale } = source
  if (body.parts.length === 0) return undefined
  const files = new Map(body.localPictures?.map(({ url, file }) => [url, picturePath(file)]))
  const toPortable = (html: string): string =>
    toPortableHtml(html, {
      page: address,
      move: (url) => {
        const path = files.get(url)
        return path === undefined ? undefined : site + path
      },
    }).replaceAll(`href="${innerLinkStart}`, `href="${escapeHtml(site)}posts/`)
  const all = body.parts.map(toPortable).join('\n')
  if (all.length <= longestArticle) return inLanguage(source, all) + toRecordHtml(source)
  const beginning = cutHtml(all, longestArticle)
  if (beginning === undefined) return undefined
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(words('article.readOn'))}</a>`
  const rest = `<p lang="${locale}">${link}</p>`
  return inLanguage(source, beginning) + rest + toRecordHtml(source)
}

/** Time of publication, the source's own time verbatim, and a link to the original. Unknown times are left out. */
function toRecordHtml({ summary, sourceUrl, words, locale }: EntrySource): string {
  const { publishedAt, sourceTimestamp } = summary
  const published = publishedAt === undefined ? toKnownDay(summary) : toUtcText(publishedAt)
  const parts = published === undefined ? [] : [`${words('article.published')}: ${published}`]
  if (sourceTimestamp !== undefined && !isRepeated(sourceTimestamp, publishedAt)) {
    parts.push(toSourceTime(sourceTimestamp, words))
  }
  const lines = parts.map(escapeHtml)
  if (sourceUrl !== undefined) {
    const name = escapeHtml(words('article.original'))
    const host = escapeHtml(summary.sourceHost ?? sourceUrl)
    lines.push(`${name}: <a href="${escapeHtml(sourceUrl)}" rel="noreferrer">${host}</a>`)
  }
  return lines.length === 0 ? '' : `<p lang="${locale}"><small>${lines.join('<br>')}</small></p>`
}

/** Whether a mirror noted no more than the time of publication. */
function isRepeated(timestamp: SourceTimestamp, publishedAt: string | undefined): boolean {
  return timestamp.origin === 'epochComment' && isSameInstant(timestamp, { publishedAt })
}

/** The source's time verbatim; an epoch noted by a mirror is written as a date. */
function toSourceTime({ text, origin }: SourceTimestamp, words: Words): string {
  if (origin !== 'epochComment') return `${words('article.feedSourceTime')}: ${text}`
  const instant = toInstant(text)
  return `${words('article.mirrorTime')}: ${instant === undefined ? text : toUtcText(instant)}`
}

function inLanguage({ summary: { language } }: EntrySource, html: string): string {
  if (html === '' || language === undefined) return html
  return `<div lang="${escapeHtml(language)}" dir="${textDirection(language)}">${html}</div>`
}
