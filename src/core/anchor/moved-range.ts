import type { Stretch } from '../passage/passage-text.ts'
import { findPoint } from './anchor-point.ts'
import type { AnchorSides, SideWords } from './anchor-sides.ts'
import { measureEdits } from './near-ends.ts'
import type { AnchorProof } from './text-anchor.ts'

/** The bare words of an anchor. */
export interface AnchorWords {
  prefix: string
  quote: string
  suffix: string
}

/** Most edits in a long quote. */
const mostEdits = 500
/** Shorter quotes stand in many places. */
const leastAlone = 8
/** So many units beside a short quote must be unchanged. */
const besideUnits = 8
/** How far off a point may be whose nearest words have changed. */
const nearbyUnits = 16

/** Finds a range whose text has moved or changed. */
export function findMovedRange(
  sides: AnchorSides,
  words: AnchorWords,
  proof: AnchorProof,
): Stretch | undefined {
  const { quote } = words
  const [start, end] = findEnds(sides, words, proof)
  const one = start?.at ?? (end && end.at - quote.length)
  const still = one === undefined ? undefined : findNearby(sides.text, words, one)
  if (still !== undefined) return still
  const own = { words: quote, apart: proof.apart[4] }
  const isLong = quote.length >= Math.max(proof.sizes[1], proof.sizes[2])
  if (start === undefined || end === undefined) return isLong ? undefined : findQuote(sides, own)
  const range = { start: start.at, end: end.at }
  const found = sides.text.slice(range.start, range.end)
  const isSame = isLong ? start.isOwn && end.isOwn && isNearLong(quote, found) : isNear(own, found)
  return isSame ? range : undefined
}

/** Start and end of a range: the words of the quote decide, then those around it. */
function findEnds(
  sides: AnchorSides,
  { prefix, quote, suffix }: AnchorWords,
  { sizes, apart }: AnchorProof,
) {
  const start = {
    before: { words: takeLast(prefix, sizes[0]), apart: apart[0] },
    after: { words: (quote + suffix).slice(0, sizes[1]), apart: apart[1] },
  }
  const end = {
    before: { words: takeLast(prefix + quote, sizes[2]), apart: apart[2] },
    after: { words: suffix.slice(0, sizes[3]), apart: apart[3] },
  }
  return [findPoint(sides, start, 'after'), findPoint(sides, end, 'before')] as const
}

/** An unchanged quote near to where it should begin; a short one only beside what stood there. */
function findNearby(
  text: string,
  { prefix, quote, suffix }: AnchorWords,
  start: number,
): Stretch | undefined {
  const [before, after] = [takeLast(prefix, besideUnits), suffix.slice(0, besideUnits)]
  const from = Math.max(0, start - nearbyUnits - before.length)
  const nearby = text.slice(from, start + nearbyUnits + quote.length + after.length)
  const tries = [
    { lead: before, words: before + quote + after },
    { lead: before, words: before + quote },
    { lead: '', words: quote + after },
  ].filter(({ words }) => words.length >= quote.length + besideUnits)
  if (quote.length >= leastAlone) tries.push({ lead: '', words: quote })
  for (const { lead, words } of tries) {
    const at = nearby.indexOf(words)
    if (at === -1) continue
    if (nearby.includes(words, at + 1)) return undefined
    const own = from + at + lead.length
    return { start: own, end: own + quote.length }
  }
  return undefined
}

function takeLast(text: string, length: number): string {
  return text.slice(Math.max(0, text.length - length))
}

/** Whether found text is a quote: with fewer than half of the edits that told it from every other place. */
function isNear({ words, apart }: SideWords, found: string): boolean {
  const most = Math.floor(words.length / 5)
  const edits = measureEdits(words, found, most)
  return edits === 0 || (edits <= most && 2 * edits < apart)
}

/** Beginning and end of a long quote have been found by their own words; most of what lies between must be the same. */
function isNearLong(quote: string, found: string): boolean {
  const most = Math.min(mostEdits, Math.floor(quote.length / 4))
  return measureEdits(quote, found, most) <= most
}

/** The one place of a quote whose surroundings have changed. */
function findQuote(sides: AnchorSides, quote: SideWords): Stretch | undefined {
  const none = { words: '', apart: 0 }
  const start = findPoint(sides, { before: none, after: quote }, 'after')
  const end = findPoint(sides, { before: quote, after: none }, 'before')
  if (start === undefined || end === undefined) return undefined
  const range = { start: start.at, end: end.at }
  return isNear(quote, sides.text.slice(range.start, range.end)) ? range : undefined
}
