import type { Words } from '#article/words.ts'
import { toDisplayTitle } from '#core/display-title.ts'
import type { CachedBody, CachedRow } from '#builder/archive/post/cached-post.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { RecordBytes } from '#builder/archive/cache/record-file.ts'
import { toPostAddress } from '#builder/site/page/post-address.ts'
import { toEntryId } from './entry-id.ts'
import { toArticleHtml, toExcerptHtml, type EntrySource } from './entry-html.ts'
import type { FeedEntry } from '../form/feed.ts'
import { toLanguageTag, toOrderedAt } from '#builder/site/shape/post-facts.ts'

const mostLabels = 20
const longestLabel = 120
const longestUrl = 2_000

/** What all entries of a site in one language share. */
export interface EntrySetting {
  /** Full address of the site. */
  site: string
  words: Words
  /** BCP 47 language of the words. */
  locale: string
  /** Whether articles are asked for. */
  isWhole: boolean
}

/** An entry with the excerpt of its post, and one with the article where that is asked for and there is one. */
export interface PostEntries {
  brief: FeedEntry
  whole: FeedEntry | undefined
}

/** What feeds say of a post. */
export function toEntries(
  { post, record }: { post: OrderedPost; record: RecordBytes },
  { isWhole, ...setting }: EntrySetting,
): PostEntries {
  // Put together by this program when the post was read.
  const summary = JSON.parse(record.row.toString()) as CachedRow
  const body = isWhole
    ? (JSON.parse(record.body.toString()) as CachedBody)
    : { parts: [], localPictures: undefined }
  // One that is longer than any browser takes would only weigh.
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
  const { publishedAt, publishedOn, sourceTimestamp, author, excerpt, tags, categories } = summary
  const labels = [...new Set([...tags, ...(categories ?? [])])].slice(0, mostLabels)
  return {
    id: toEntryId(post.id),
    title: toDisplayTitle({ ...summary, id: post.id }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    orderedAt: toOrderedAt(post),
    sourceTimestamp,
    author: author === undefined ? undefined : cut(author),
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
