import { toTextDigest } from '../text/text-digest.ts'

/**
 * Where a passage stands in an article, for `#passage=8f2-4k-x7a2bc`: browsers hide the text directive of an address from
 * scripts, but not this. Short, exact even where a text repeats itself, and worth nothing once the passage has changed:
 * then its words are.
 */
export interface PassagePlace {
  /** Offset in the folded text, in UTF-16 units. */
  start: number
  /** Length of the folded passage. */
  length: number
  /** Digest of its first and last units. */
  digest: string
}

const digestUnits = 6
/** So many units at either end of a passage tell it from others. */
const endUnits = 24
/** Longer articles are not made. */
const mostUnits = 1e9
/** How far a passage may have moved. Each place costs a digest. */
const mostAway = 100_000

const pattern = /(?:^|&)passage=([0-9a-z]{1,7})-([0-9a-z]{1,7})-([0-9a-z]{6})(?=$|&)/

/** The place of a passage in a folded text. */
export function toPassagePlace(text: string, start: number, end: number): PassagePlace {
  return { start, length: end - start, digest: toDigest(text, start, end) }
}

/** Writes a place as a parameter of a fragment. */
export function formatPassagePlace({ start, length, digest }: PassagePlace): string {
  return `passage=${start.toString(36)}-${length.toString(36)}-${digest}`
}

/** Reads the place that a fragment names; `undefined` if it names none. */
export function parsePassagePlace(fragment: string): PassagePlace | undefined {
  const [, start = '', length = '', digest = ''] = pattern.exec(fragment) ?? []
  const place = { start: parseInt(start, 36), length: parseInt(length, 36), digest }
  // Written so that it is false for what is not a number.
  return place.start < mostUnits && place.length > 0 && place.length < mostUnits ? place : undefined
}

/** Finds the passage in a folded text: where it was, or else, if text before it has changed, nearest to there. */
export function findPassagePlace(
  text: string,
  { start, length, digest }: PassagePlace,
): number | undefined {
  const last = text.length - length
  const most = Math.min(mostAway, Math.max(start, last - start))
  for (let away = 0; away <= most; away++) {
    for (const at of away === 0 ? [start] : [start - away, start + away]) {
      if (at >= 0 && at <= last && toDigest(text, at, at + length) === digest) return at
    }
  }
  return undefined
}

function toDigest(text: string, start: number, end: number): string {
  const middle = Math.min(end, start + endUnits)
  const ends = text.slice(start, middle) + text.slice(Math.max(middle, end - endUnits), end)
  const number = toTextDigest(ends) % 36 ** digestUnits
  return number.toString(36).padStart(digestUnits, '0')
}
