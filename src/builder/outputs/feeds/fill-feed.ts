import type { FeedFormat } from '#core/feed-path.ts'
import type { WrittenEntry } from './entry/entry-shelf.ts'

/** Bytes of articles after which the further entries of a feed hold their excerpts. */
export const articleBytes = 256_000

/** The entries of a feed in one form: with their articles as long as these fit. */
export function fillFeed(entries: readonly WrittenEntry[], format: FeedFormat): string[] {
  let left = articleBytes
  return entries.map(({ brief, whole }) => {
    const text = left > 0 ? whole?.[format] : undefined
    if (text === undefined) return brief[format]
    left -= Buffer.byteLength(text)
    return left < 0 ? brief[format] : text
  })
}
