import { listenToScrollEnd } from '#reader/ui/scroll-end.ts'
import {
  keepListWindow,
  movingMargin,
  stillMargin,
  toListWindow,
  type ListWindow,
} from './list-window.ts'
import { moveAnchor, toTrackHeight, toTrackPlace, type Anchor } from './scroll-track.ts'
import { findItem, toItemTop, type TimelineLayout } from './timeline-layout.ts'

/**
 * Tracks the browser's window over a virtual list of any height and computes which items to render. It is a store that
 * components subscribe to. Places are pixels from the top of the list.
 */
export class ListScroller {
  #layout: TimelineLayout
  #anchor: Anchor
  #drawn: ListWindow
  #box: HTMLElement | undefined
  readonly #listeners = new Set<() => void>()

  /** `start` is the initial place at the top of the window; absent = the window stays where it is. */
  constructor(layout: TimelineLayout, start: number | undefined) {
    const track = toTrackPlace(layout.height, start ?? 0)
    this.#layout = layout
    this.#anchor = { track, shift: (start ?? 0) - track }
    this.#drawn = toListWindow(layout, this.#anchor, stillMargin)
  }

  readonly read = (): ListWindow => this.#drawn

  /** Whether the item at an index is in the window or just beyond it. */
  isInWindow(index: number): boolean {
    return index >= this.#drawn.first && index <= this.#drawn.last
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Starts tracking the window over the list's element. Returns a function that stops it. */
  attach(box: HTMLElement): () => void {
    this.#box = box
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('scroll', this.#follow, { passive: true, signal })
    window.addEventListener('resize', this.#follow, { signal })
    listenToScrollEnd(this.#settle, signal)
    return () => {
      listening.abort()
      this.#box = undefined
    }
  }

  /** Scrolls a place of the list to the top of the window. */
  scrollTo(place: number): void {
    if (this.#box === undefined) return
    const { height } = this.#layout
    window.scrollBy(0, toTrackPlace(height, place) - readTrack(this.#box))
    // The browser rounds the position and stops at the ends of the page, so read back where it scrolled to.
    const track = readTrack(this.#box)
    const isTall = height > toTrackHeight(height)
    this.#anchor = { track, shift: isTall ? place - track : 0 }
    this.#draw(stillMargin)
  }

  /** Applies new heights, such as after a change of text size, or added rows; the topmost item stays where it is. */
  changeLayout(layout: TimelineLayout): void {
    if (layout === this.#layout) return
    // Before the first scroll event the anchor is not known yet.
    this.#readAnchor()
    const place = this.#anchor.track + this.#anchor.shift
    const top = findItem(this.#layout, place)
    const below = place - toItemTop(this.#layout, top)
    this.#layout = layout
    this.scrollTo(toItemTop(layout, top) + below)
    this.#draw(stillMargin)
  }

  readonly #follow = (): void => {
    if (this.#box === undefined) return
    const before = this.#anchor.track
    this.#readAnchor()
    // After a jump all rows are new: render those in the window first.
    const isJump = Math.abs(this.#anchor.track - before) > window.innerHeight
    this.#draw(isJump ? stillMargin : movingMargin)
  }

  #readAnchor(): void {
    if (this.#box === undefined) return
    this.#anchor = moveAnchor(this.#anchor, {
      track: readTrack(this.#box),
      height: this.#layout.height,
      window: window.innerHeight,
    })
  }

  // Scrolling pixel by pixel lets the scroll bar drift from the place in the list; correct it when scrolling has stopped.
  readonly #settle = (): void => {
    const { track, shift } = this.#anchor
    const drift = toTrackPlace(this.#layout.height, track + shift) - track
    if (Math.abs(drift) >= 1) this.scrollTo(track + shift)
  }

  #draw(margin: number): void {
    const next = keepListWindow(this.#drawn, toListWindow(this.#layout, this.#anchor, margin))
    if (next === this.#drawn) return
    this.#drawn = next
    for (const listener of this.#listeners) listener()
  }
}

/** Pixels of the list above the window; negative while the list begins below the window's top. */
function readTrack(box: HTMLElement): number {
  return -box.getBoundingClientRect().top
}
