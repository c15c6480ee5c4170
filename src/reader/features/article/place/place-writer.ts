import { AnchorText } from '#core/anchor/anchor-text.ts'
import type { PostId } from '#core/post/post-id.ts'
import { keepPlace, type KeptPlace } from '#reader/data/desk/kept-places.ts'
import type { ArticlePlace, ShownText } from './article-place.ts'

/** How long somebody rests before the place is kept: each is a transaction. */
const restMs = 600
/** In a shorter text nobody gets lost, in windows. */
const leastWindows = 1.5

/** Keeps where a reader rests in an article. Whoever has reached its end, or gone back to its top, has stopped nowhere. */
export class PlaceWriter {
  readonly #id: PostId
  readonly #title: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #next: (() => KeptPlace | undefined) | undefined

  constructor(id: PostId, title: string) {
    this.#id = id
    this.#title = title
  }

  /** Takes note of where the reader has come to rest. */
  note(place: ArticlePlace, { box, map }: ShownText): void {
    const { bottom, height } = box.getBoundingClientRect()
    const { at, parts } = place
    const hasMore = box.querySelector('.article-rest') !== null
    const isRead = bottom <= innerHeight && !hasMore
    const isShort = height < leastWindows * innerHeight && !hasMore
    const text = map.text
    // Measured when it is written: a long text takes some milliseconds.
    this.#next = () =>
      at === undefined || isRead || isShort
        ? undefined
        : {
            anchor: new AnchorText(text).anchorPlace(at),
            parts,
            share: Math.min(1, at / text.length),
            title: this.#title.slice(0, 500),
          }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.write(), restMs)
  }

  /** Writes at once what was noted last. */
  write(): void {
    clearTimeout(this.#timer)
    const next = this.#next
    this.#next = undefined
    // What cannot be kept, the next rest may.
    if (next !== undefined) keepPlace(this.#id, next()).catch(() => undefined)
  }
}
