import { foldText } from '#search/fold/fold-text.ts'
import { HashSet } from '../post/hash-set.ts'
import { hashUnits, joinUnits } from '../post/text-units.ts'

/** The shingles of a text: a hash for every three consecutive units. */
export type TextTriples = HashSet

/** Two texts are near-duplicates when the Jaccard index of their triples is at least this. */
export const leastShared = 0.8

export function toTriples(text: string): TextTriples {
  const units = hashUnits(foldText(text))
  const triples = new HashSet(units.length)
  for (let at = 2; at < units.length; at++) {
    const pair = joinUnits(units[at - 2] ?? 0, units[at - 1] ?? 0)
    triples.add(joinUnits(pair, units[at] ?? 0))
  }
  return triples
}

/** Jaccard index of two sets of triples: 0 = nothing in common, 1 = equal. */
export function toSharedPart(a: TextTriples, b: TextTriples): number {
  const shared = countShared(a, b)
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Part of the smaller set of triples that the larger has too: 1 = contained; 0 also when it is empty. */
export function toContainedPart(a: TextTriples, b: TextTriples): number {
  const least = Math.min(a.size, b.size)
  return least === 0 ? 0 : countShared(a, b) / least
}

function countShared(a: TextTriples, b: TextTriples): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const triple of small) if (large.has(triple)) shared++
  return shared
}
