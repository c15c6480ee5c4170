/** How far a search agrees with the brute force. */
interface Agreement {
  /** Over all results, mean of all queries. */
  recall: number
  /** Mean of the queries that found something. */
  precision: number
  /** Queries whose result is that of the brute force, no more and no less. */
  exact: number
  /** Queries that found nothing, though something is there. */
  empty: number
}

export type Answers = readonly (readonly number[])[]

/** Holds answers against the right ones; precision looks at the first `looked`, as far as anybody reads. */
export function toAgreement(expected: Answers, found: Answers, looked = Infinity): Agreement {
  const pairs = expected.map((wanted, at) => {
    const answer = found[at] ?? []
    const right = new Set(wanted)
    const seen = answer.slice(0, looked)
    const hits = new Set(answer.filter((ordinal) => right.has(ordinal))).size
    return {
      recall: wanted.length === 0 ? 1 : hits / wanted.length,
      precision: seen.filter((ordinal) => right.has(ordinal)).length / seen.length,
      isExact: hits === wanted.length && answer.length === wanted.length,
    }
  })
  const answered = pairs.filter(({ precision }) => !Number.isNaN(precision))
  return {
    recall: meanOf(pairs.map(({ recall }) => recall)),
    precision: answered.length === 0 ? 1 : meanOf(answered.map(({ precision }) => precision)),
    exact: pairs.filter(({ isExact }) => isExact).length,
    empty: pairs.filter(({ recall, precision }) => recall < 1 && Number.isNaN(precision)).length,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
