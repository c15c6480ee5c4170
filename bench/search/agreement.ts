export type Answers = readonly (readonly number[])[]

/**
 * How far answers agree with the right ones: the mean `recall` of all queries, the mean `precision`
 * of those that found something, taken from the first `looked` results as far as anybody reads; how
 * many are `exact`, no post more and no less; and how many are `empty` though something is there.
 */
export function toAgreement(expected: Answers, found: Answers, looked = Infinity) {
  const pairs = expected.map((wanted, at) => {
    const answer = found[at] ?? []
    const right = new Set(wanted)
    const seen = answer.slice(0, looked)
    const hits = new Set(answer.filter((ordinal) => right.has(ordinal))).size
    return {
      recall: wanted.length === 0 ? 1 : hits / wanted.length,
      precisions:
        seen.length === 0 ? [] : [seen.filter((one) => right.has(one)).length / seen.length],
      isExact: hits === wanted.length && answer.length === wanted.length,
      isEmpty: answer.length === 0 && wanted.length > 0,
    }
  })
  const precisions = pairs.flatMap((pair) => pair.precisions)
  return {
    recall: meanOf(pairs.map(({ recall }) => recall)),
    precision: precisions.length === 0 ? 1 : meanOf(precisions),
    exact: pairs.filter(({ isExact }) => isExact).length,
    empty: pairs.filter(({ isEmpty }) => isEmpty).length,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
