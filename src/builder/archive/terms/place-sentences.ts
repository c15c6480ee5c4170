// Runs in worker threads and, for small archives, on the main one.
import { firstSentences, type ArticleSentences } from '#builder/read/clean/article-sentences.ts'
import type { TextUnits } from './split-units.ts'

/** Number of what lies in none of the end sentences, such as the title: it never recurs. */
export const elsewhere = 31

/** The number of the end sentence that each unit lies in; `start`: where the article begins in `whole`. */
export function placeSentences(
  units: TextUnits,
  { whole, start, sentences }: { whole: string; start: number; sentences: ArticleSentences },
): Uint8Array {
  const numbers = new Uint8Array(units.length).fill(elsewhere)
  const { ends, middle } = sentences
  const fromFront = middle === '' ? ends.length : firstSentences
  let from = start
  let unit = 0
  for (const [number, { text }] of ends.slice(0, fromFront).entries()) {
    const sought = text.trim()
    const at = whole.indexOf(sought, from)
    if (at === -1) continue
    from = at + sought.length
    unit = mark(units, numbers, { unit, at, end: from, number })
  }
  let before = whole.length
  for (let number = ends.length - 1; number >= fromFront; number--) {
    const sought = ends[number]?.text.trim() ?? ''
    const at = whole.lastIndexOf(sought, before - sought.length)
    if (at < from) break
    mark(units, numbers, { unit, at, end: before, number })
    before = at
  }
  return numbers
}

/** Marks the units from `at` to `end`; returns the unit behind them. `unit` is none behind `at`. */
function mark(
  { starts, length }: TextUnits,
  numbers: Uint8Array,
  { unit, at, end, number }: { unit: number; at: number; end: number; number: number },
): number {
  let next = unit
  while (next < length && (starts[next] ?? 0) < at) next++
  while (next < length && (starts[next] ?? 0) < end) numbers[next++] = number
  return next
}
