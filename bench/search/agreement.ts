import type { Agreement } from '../report/results.ts'

/**
 * How far answers agree with what is there: recall over all results, precision over the first `looked` of them, which is as far
 * as anybody reads.
 */
export function toAgreement(
  expected: readonly (readonly number[])[],
  found: readonly (readonly number[])[],
  looked = Infinity,
): Agreement {
  const total = { recall: 0, precision: 0, exact: 0, empty: 0 }
  for (const [at, wanted] of expected.entries()) {
    const answer = found[at] ?? []
    const wantedSet = new Set(wanted)
    const hits = new Set(answer.filter((ordinal) => wantedSet.has(ordinal))).size
    const seen = answer.slice(0, looked)
    const right = seen.filter((ordinal) => wantedSet.has(ordinal)).length
    total.recall += wanted.length === 0 ? 1 : hits / wanted.length
    total.precision += seen.length === 0 ? 0 : right / seen.length
    if (hits === wanted.length && answer.length === wanted.length) total.exact++
    if (answer.length === 0 && wanted.length > 0) total.empty++
  }
  const answered = expected.length - countEmpty(found, expected.length)
  return {
    ...total,
    recall: total.recall / expected.length,
    precision: answered === 0 ? 1 : total.precision / answered,
  }
}

function countEmpty(found: readonly (readonly number[])[], queries: number): number {
  return queries - found.slice(0, queries).filter(({ length }) => length > 0).length
}
