import type { FeedFormat } from '#core/feed-path.ts'

/** An entry in all forms, as it stands in feeds. */
export type EntryTexts = Readonly<Record<FeedFormat, string>>

/** What is written of a post: with its excerpt, and with its article where that is asked for and there is one. */
export interface WrittenEntry {
  brief: EntryTexts
  whole: EntryTexts | undefined
}

/** Most code units that are kept: a post is in many feeds, but a million posts do not fit into memory. */
const most = 32_000_000

/** Keeps entries that were written for one feed for the next ones; begins anew when it is full. */
export class EntryShelf {
  #entries = new Map<string, WrittenEntry>()
  #size = 0

  /** The entry of a post; `write` makes it when it is not here. */
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
