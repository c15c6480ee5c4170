import { measureWay, readPlace, type ArticlePlace, type ShownText } from './article-place.ts'

/** What shows that the reader has taken over, beside a scroll that nothing here caused. */
const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Pixels that browsers may round away. */
const rounding = 2

/**
 * Keeps a line of an article where it is in the window. After a return it does so until the reader moves, because pictures
 * and words still arrive; from then on whenever the window's width changes.
 */
export class PlaceHold {
  readonly #readText: () => ShownText | undefined
  #place: ArticlePlace | undefined
  #isHolding = false
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

  /** Brings a place back and keeps it. */
  keep(place: ArticlePlace): void {
    this.#place = place
    this.#isHolding = true
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
  rest(place: ArticlePlace): void {
    this.#place = place
  }

  /** Watches a growing article and the reader. Returns a function that stops it. */
  watch(article: Element): () => void {
    const listening = new AbortController()
    const { signal } = listening
    const release = () => {
      this.#isHolding = false
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
