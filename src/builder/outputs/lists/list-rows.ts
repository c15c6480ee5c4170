import { createHash } from 'node:crypto'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { finishRow } from '#builder/archive/recurrence/finish-row.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { toKnownZoneDay } from '#builder/archive/order/zone-time.ts'
import { toRowJson } from '#builder/site/shape/json-bytes.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import { MarkupFile } from './markup-file.ts'
import { toHeadingHtml, toRowHtml, type ListSetting, type RowTarget } from './row-html.tsx'

const keyBytes = 12

interface RowSource {
  posts: readonly OrderedPost[]
  store: PostStore
  /** Ordinal of the first post that has a page of its own. */
  firstPage: number
}

/** Numbers of posts by day and month, for headings that show them. */
export interface HeadingCounts {
  ofDay: (day: string | undefined) => number
  ofMonth: (month: string) => number
}

/** Renders rows and headings; every row is rendered once, and lazily. */
export class ListRows {
  readonly #source: RowSource
  readonly #setting: ListSetting
  readonly #made: MarkupFile
  #keys: Buffer | undefined
  readonly #headings = new Map<string, string>()

  constructor(setting: ListSetting, source: RowSource) {
    this.#setting = setting
    this.#source = source
    this.#made = new MarkupFile(source.posts.length)
  }

  /** Cache key of a row's HTML. */
  keyOf(ordinal: number): Uint8Array {
    this.#keys ??= toRowKeys(this.#source)
    return this.#keys.subarray(ordinal * keyBytes, (ordinal + 1) * keyBytes)
  }

  /** Renders rows under the headings of their days, in the order given; headings show `counts` if there are any. */
  async toHtml(ordinals: Iterable<number>, counts?: HeadingCounts): Promise<string> {
    let html = ''
    let last: { day: string | undefined } | undefined
    for (const ordinal of ordinals) {
      const day = this.#dayOf(ordinal)
      if (last === undefined || last.day !== day) {
        const month = day?.slice(0, 7)
        const isFirst = month !== undefined && month !== last?.day?.slice(0, 7)
        html += this.#heading(day, isFirst ? month : undefined, counts)
        last = { day }
      }
      html += this.#made.read(ordinal) ?? (await this.#make(ordinal))
    }
    return html
  }

  /** Deletes the temp file of rendered rows. */
  close(): void {
    this.#made.close()
  }

  #dayOf(ordinal: number): string | undefined {
    const row = this.#source.posts[ordinal]?.cached.row
    return row === undefined ? undefined : toKnownZoneDay(row, this.#setting.timeZone)
  }

  #heading(
    day: string | undefined,
    month: string | undefined,
    counts: HeadingCounts | undefined,
  ): string {
    const key = `${day} ${month} ${counts === undefined}`
    const known = this.#headings.get(key)
    if (known !== undefined) return known
    const html = toHeadingHtml(
      {
        day,
        count: counts?.ofDay(day),
        ...(month === undefined ? {} : { month: { month, count: counts?.ofMonth(month) } }),
      },
      this.#setting,
    )
    this.#headings.set(key, html)
    return html
  }

  async #make(ordinal: number): Promise<string> {
    const post = this.#source.posts[ordinal]
    if (post === undefined) return ''
    const { row } = finishRow(await this.#source.store.read(post.cached.record), post)
    // Needs no parser: this program has just made it.
    const summary = JSON.parse(Buffer.from(toRowJson(post, row)).toString()) as PostSummary
    const html = toRowHtml({ summary, target: this.#targetOf(post, ordinal) }, this.#setting)
    this.#made.add(ordinal, html)
    return html
  }

  #targetOf({ id, cached: { sourceUrl } }: OrderedPost, ordinal: number): RowTarget {
    if (ordinal >= this.#source.firstPage) {
      return { kind: 'page', href: `${this.#setting.base}posts/${id}/` }
    }
    const isWeb = sourceUrl !== undefined && /^https?:\/\//i.test(sourceUrl)
    return isWeb ? { kind: 'original', href: sourceUrl } : undefined
  }
}

// For a million posts all keys take twelve megabytes; computing them for each page would take as long as the pages.
function toRowKeys({ posts, firstPage }: RowSource): Buffer {
  const keys = Buffer.alloc(posts.length * keyBytes)
  for (const [ordinal, { id, cached, versions, supersededBy, recurring }] of posts.entries()) {
    const place = `${versions?.length} ${supersededBy} ${recurring} ${ordinal >= firstPage}`
    createHash('sha256')
      .update(`${id} ${cached.record.hash} ${place}`)
      .digest()
      .copy(keys, ordinal * keyBytes, 0, keyBytes)
  }
  return keys
}
