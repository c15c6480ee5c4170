import * as v from 'valibot'
import type { TextMap } from '../hits/text-map.ts'
import { toRange } from '../hits/text-map.ts'

/** Characters that tell a line apart from others when what stands before it has changed. */
const knownCharacters = 40

/**
 * Where a reader was in an article: at a line of its text, or above or below the text. A line is found again by its
 * words, so that it stays the same one at another width, with other pictures and in another script.
 */
export const articlePlaceShape = v.object({
  /** Offset in the text of the first character in view; absent above the text and below it. */
  at: v.optional(v.number()),
  /** The text from there on. */
  words: v.optional(v.string()),
  /** Where that line was, in pixels below the top of the window; above the text that of the text's first pixel, below it of its last. */
  top: v.number(),
  isBelow: v.optional(v.boolean()),
  /** How many parts of a very long article were shown. */
  parts: v.number(),
})

export type ArticlePlace = v.InferOutput<typeof articlePlaceShape>

/** The shown text of an article: its element, and its text as written, whatever script shows it. */
export interface ShownText {
  box: Element
  map: TextMap
}

/** Reads where the window is in an article. */
export function readPlace({ box, map }: ShownText): ArticlePlace {
  const { top, bottom } = box.getBoundingClientRect()
  const parts = box.querySelectorAll('.article-part').length
  if (top >= 0) return { top, parts }
  const at = bottom <= 0 ? undefined : findFirstInView(map)
  const line = at === undefined ? undefined : findTop(map, at)
  if (at === undefined || line === undefined) return { top: bottom, isBelow: true, parts }
  return { at, words: map.text.slice(at, at + knownCharacters), top: line, parts }
}

/** How far the window has to scroll to be where it was, in pixels; `undefined` when the text does not have the place. */
export function measureWay({ box, map }: ShownText, place: ArticlePlace): number | undefined {
  const { at, words, top, isBelow } = place
  const rect = box.getBoundingClientRect()
  if (at === undefined) return (isBelow === true ? rect.bottom : rect.top) - top
  const line = findTop(map, findNearest(map.text, words ?? '', at))
  return line === undefined ? undefined : line - top
}

/** The occurrence of words that is nearest to where they were; the same offset when they are gone. */
function findNearest(text: string, words: string, at: number): number {
  const after = text.indexOf(words, at)
  const before = text.lastIndexOf(words, at)
  if (words === '' || (after === -1 && before === -1)) return Math.min(at, text.length - 1)
  if (after === -1 || (before !== -1 && at - before < after - at)) return before
  return after
}

function findTop(map: TextMap, at: number): number | undefined {
  const rect = measureFrom(map, at)
  return rect?.top
}

/** Lines follow one another down the page, so the first one in view is found in steps that halve what is left. */
function findFirstInView(map: TextMap): number | undefined {
  const { pieces, text } = map
  const piece = findFirst(pieces.length, (index) => isInView(map, pieces[index]?.start ?? 0))
  // The piece before may reach into the window.
  const from = pieces[Math.max(piece - 1, 0)]?.start ?? 0
  const to = pieces[piece]?.start ?? text.length
  const at = from + findFirst(to - from, (offset) => isInView(map, from + offset))
  return at < text.length ? at : undefined
}

/** The first number below `count` for which a claim holds that holds for all that follow; `count` when there is none. */
function findFirst(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function isInView(map: TextMap, at: number): boolean {
  const rect = measureFrom(map, at)
  return rect === undefined || rect.bottom > 0
}

/** Most characters without a place of their own, such as spaces, that are skipped to reach one that has it. */
const mostSkipped = 400

/** The place of the first character from an offset on that is drawn at all. */
function measureFrom(map: TextMap, from: number): DOMRect | undefined {
  const end = Math.min(map.text.length, from + mostSkipped)
  for (let at = from; at < end; at++) {
    if (map.text.charCodeAt(at) <= 32) continue
    const rect = toRange(map, at, at + 1)?.getClientRects()[0]
    if (rect !== undefined && rect.height > 0) return rect
  }
  return undefined
}
