import { toTextDigest } from '../text/text-digest.ts'
import { weighText } from './bare-text.ts'
import type { RestOfText, Surroundings } from './text-anchor.ts'

/** The unchanged beginning or end of a text says where something is only if there is something to it. */
const leastWeight = 12

/** Tells what a bare text was before and behind a range of it. */
export function tellSurroundings(text: string, start: number, end: number): Surroundings {
  return { before: tell(text.slice(0, start)), after: tell(text.slice(end)) }
}

/** The places where words stand, if all of the text before or behind them is unchanged. */
export function findUnmoved(text: string, words: string, around: Surroundings): number[] {
  const { before, after } = around
  const fromEnd = text.length - after.length
  const isStart = isRest(text.slice(0, before.length), before)
  const isEnd = fromEnd >= 0 && isRest(text.slice(fromEnd), after)
  const places = [
    ...(isStart ? [{ at: before.length, rest: text.slice(0, before.length) }] : []),
    ...(isEnd ? [{ at: fromEnd - words.length, rest: text.slice(fromEnd) }] : []),
  ]
  const isWhole = isStart && isEnd && before.length + words.length === fromEnd
  return places
    .filter(({ rest }) => isWhole || weighText(rest) + weighText(words) >= leastWeight)
    .map(({ at }) => at)
    .filter((at) => at >= 0 && text.startsWith(words, at))
}

function tell(rest: string): RestOfText {
  return { length: rest.length, digest: toTextDigest(rest) }
}

function isRest(rest: string, { length, digest }: RestOfText): boolean {
  return rest.length === length && toTextDigest(rest) === digest
}
