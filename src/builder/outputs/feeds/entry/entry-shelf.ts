import type { FeedFormat } from '#core/address/feed-path.ts'

/** An entry serialized in all formats. */
export type EntryTexts = Readonly<Record<FeedFormat, string>>

/** The entries of a post: with its excerpt, and with its article where whole articles are asked for and it has one. */
export interface WrittenEntry {
  brief: EntryTexts
  whole: EntryTexts | undefined
}

/** Most code units in the cache: a post is in many feeds, but a million posts do not fit into memory. */
const most = 32_000_000

/** Cache of entries across feeds; evicts everything when it is full. */
export class EntryShelf {
  #entries = new Map<string, WrittenEntry>()
  #size = 0

  /** Returns the entry of a post; `write` makes it on a miss. */
  async take(id: string, write: () => Promise<WrittenEntry>): Promise<WrittenEntry> {
    const known = this.#entries.get(id)
    if (known !== undefined) return known
    const entry = await write()
    this.#size += toSize(entry.brief) + (entry.whole === undefined ? 0 : toSize(entry.whole))
    if (this.#size > most) {
      this.#entries = new Map()
      this.#size = 0
    }
    this.#entries.set(id, entry)
    return entry
  }
}

function toSize({ atom, rss, json }: EntryTexts): number {
  return atom.length + rss.length + json.length
}
