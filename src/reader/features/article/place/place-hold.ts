import { measureWay, readPlace, type ArticlePlace, type ShownText } from './article-place.ts'

/** What shows that the reader has taken over, beside a scroll that nothing here caused. */
const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Pixels that browsers may round away. */
const rounding = 2

/** Hears where a reader has come to rest. */
type RestListener = (place: ArticlePlace, text: ShownText) => void

/**
 * Keeps a line of an article where it is in the window. After a return it does so until the reader moves, because pictures
 * and words still arrive; from then on whenever the window's width changes.
 */
export class PlaceHold {
  readonly #readText: () => ShownText | undefined
  readonly #listeners = new Set<RestListener>()
  #rest: Parameters<RestListener> | undefined
  #place: ArticlePlace | undefined
  #isHolding = false
  #isSigned = false
  /** Where the last correction left the window. */
  #scrolledTo = 0
  #width = window.innerWidth

  constructor(readText: () => ShownText | undefined) {
    this.#readText = readText
  }

  /** Whether the place is kept for the reader, who has not moved since it was theirs. */
  get isHolding(): boolean {
    return this.#isHolding
  }

  /**
   * Whether the reader has moved since a place was brought back. Pictures and browsers move the page too: where they leave
   * it nobody rests.
   */
  get isMoved(): boolean {
    return this.#isSigned || Math.abs(window.scrollY - this.#scrolledTo) > window.innerHeight / 2
  }

  /** Brings a place back and keeps it. */
  keep(place: ArticlePlace): void {
    this.#place = place
    this.#isHolding = true
    this.#isSigned = false
    this.#correct()
  }

  /** Keeps what the window shows now. */
  keepShown(): void {
    const text = this.#readText()
    if (text !== undefined) this.keep(readPlace(text))
  }

  /** Returns to where the reader came to rest last, after the router has scrolled to what is not there. */
  stay(): void {
    if (this.#place !== undefined) this.keep(this.#place)
  }

  /** Takes note of where the reader has come to rest. */
  rest(place: ArticlePlace, text: ShownText): void {
    this.#place = place
    this.#rest = [place, text]
    for (const listener of this.#listeners) listener(place, text)
  }

  /** Calls a listener wherever the reader comes to rest, and at once if they have. @returns what ends it. */
  listen(listener: RestListener): () => void {
    this.#listeners.add(listener)
    if (this.#rest !== undefined) listener(...this.#rest)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Lets go: the reader moves. */
  release(): void {
    this.#isHolding = false
  }

  /** Watches a growing article and the reader. Returns a function that stops it. */
  watch(article: Element): () => void {
    const listening = new AbortController()
    const { signal } = listening
    const release = () => {
      this.#isSigned = true
      this.release()
    }
    for (const sign of signs) window.addEventListener(sign, release, { passive: true, signal })
    document.addEventListener('scroll', this.#follow, { passive: true, signal })
    const observer = new ResizeObserver(this.#grow)
    observer.observe(article)
    return () => {
      listening.abort()
      observer.disconnect()
    }
  }

  readonly #follow = (): void => {
    // The scroll bar gives no other sign.
    if (Math.abs(window.scrollY - this.#scrolledTo) > rounding) this.#isHolding = false
  }

  readonly #grow = (): void => {
    const isOtherWidth = window.innerWidth !== this.#width
    this.#width = window.innerWidth
    if (this.#isHolding || isOtherWidth) this.#correct()
  }

  #correct(): void {
    const text = this.#readText()
    if (text === undefined || this.#place === undefined) return
    const way = measureWay(text, this.#place)
    if (way !== undefined && Math.abs(way) >= 1) window.scrollBy({ top: way, behavior: 'instant' })
    this.#scrolledTo = window.scrollY
  }
}
