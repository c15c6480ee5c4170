import type { Words } from '#article/words.ts'
import { listAuthors } from '#core/post/authors.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import type { CachedBody, CachedRow } from '#builder/archive/post/cached-post.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { RecordBytes } from '#builder/archive/cache/record-file.ts'
import { toPostAddress } from '#builder/site/page/post-address.ts'
import { toEntryId } from './entry-id.ts'
import { toArticleHtml, toExcerptHtml, type EntrySource } from './entry-html.ts'
import type { FeedEntry } from '../form/feed.ts'
import { toLanguageTag, toOrderedAt } from '#builder/site/shape/post-facts.ts'

const mostAuthors = 20
const mostLabels = 20
const longestLabel = 120
const longestUrl = 2_000

/** What all entries in one language share. */
export interface EntrySetting {
  /** Full address of the site. */
  site: string
  words: Words
  /** BCP 47 language of the words. */
  locale: string
  /** Whether whole articles are asked for. */
  isWhole: boolean
}

/** The entries of a post: with its excerpt, and with its article where whole articles are asked for and it has one. */
export interface PostEntries {
  brief: FeedEntry
  whole: FeedEntry | undefined
}

/** Converts a post to its feed entries. */
export function toEntries(
  { post, record }: { post: OrderedPost; record: RecordBytes },
  { isWhole, ...setting }: EntrySetting,
): PostEntries {
  // Needs no parser: this program wrote the record when it read the post.
  const summary = JSON.parse(record.row.toString()) as CachedRow
  const body = isWhole
    ? (JSON.parse(record.body.toString()) as CachedBody)
    : { parts: [], localPictures: undefined }
  // A URL that is too long for browsers would be dead weight.
  const { sourceUrl = '' } = post.cached
  const from = sourceUrl.length === 0 || sourceUrl.length > longestUrl ? undefined : sourceUrl
  const address = toPostAddress(setting.site, post.id)
  const source: EntrySource = { ...setting, summary, body, sourceUrl: from, address }
  const brief: FeedEntry = {
    ...toFacts(post, summary),
    sourceUrl: from,
    address,
    html: toExcerptHtml(source),
    isWhole: false,
  }
  const html = isWhole ? toArticleHtml(source) : undefined
  return { brief, whole: html === undefined ? undefined : { ...brief, html, isWhole: true } }
}

function toFacts(
  post: OrderedPost,
  summary: CachedRow,
): Omit<FeedEntry, 'address' | 'sourceUrl' | 'html' | 'isWhole'> {
  const { publishedAt, sourceTimestamp, excerpt, tags, categories } = summary
  const publishedOn = toKnownDay(summary)
  const labels = [...new Set([...tags, ...(categories ?? [])])].slice(0, mostLabels)
  return {
    id: toEntryId(post.id),
    title: toDisplayTitle({ ...summary, id: post.id }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    orderedAt: toOrderedAt(post),
    sourceTimestamp,
    authors: listAuthors(summary)
      .slice(0, mostAuthors)
      .map((author) => cut(author)),
    labels: labels.map(cut),
    language: toLanguageTag(summary.language),
    excerpt,
  }
}

function cut(text: string): string {
  const characters = Array.from(text)
  return characters.length <= longestLabel
    ? text
    : `${characters.slice(0, longestLabel - 1).join('')}…`
}
