import type { FeedFormat } from '#core/address/feed-path.ts'
import type { WrittenEntry } from './entry/entry-shelf.ts'

/** Budget for whole articles in a feed, in bytes; entries beyond it hold their excerpts. */
export const articleBytes = 256_000

/** The entries of a feed in one format: with their articles while the budget lasts. */
export function fillFeed(entries: readonly WrittenEntry[], format: FeedFormat): string[] {
  let left = articleBytes
  return entries.map(({ brief, whole }) => {
    const text = left > 0 ? whole?.[format] : undefined
    if (text === undefined) return brief[format]
    left -= Buffer.byteLength(text)
    return left < 0 ? brief[format] : text
  })
}
