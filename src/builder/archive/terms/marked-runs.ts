// Runs in worker threads and, for small archives, on the main one.
import type { RepeatedRun } from './repeated-runs.ts'
import { isDenseCode, type TextUnits } from './split-units.ts'

const mostCharacters = 6
const mostMarked = 40
const openMarks = '「『《“‘〈【#＃'

/**
 * Finds short runs of characters that stand between signs in the title, or between quotation marks anywhere: names and
 * words that a writer has set apart need not recur.
 */
export function findMarkedRuns(
  units: TextUnits,
  { whole, titleEnd }: { whole: string; titleEnd: number },
): RepeatedRun[] {
  const { length, codes, starts, joined } = units
  const found: RepeatedRun[] = []
  for (let at = 0; at < length && found.length < mostMarked;) {
    let end = at + 1
    while (end < length && joined[end] === 1) end++
    const size = end - at
    const start = starts[at] ?? 0
    const isMarked = start < titleEnd || (start > 0 && openMarks.includes(whole.charAt(start - 1)))
    if (isMarked && size > 1 && size <= mostCharacters && isDenseCode(codes[at] ?? 0)) {
      found.push({ units: size, places: [at], firsts: 1, lasts: 1 })
    }
    at = end
  }
  return found
}
