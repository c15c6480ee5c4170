import { splitWords } from './compare-words.ts'

/** Paragraphs of two versions that match; one side is absent where a paragraph was added or removed. */
export interface ParagraphPair {
  before?: string
  after?: string
}

/** Paragraphs that share a smaller fraction of their words are not versions of each other. */
const leastSimilarity = 0.4
// Most comparisons at once, each paragraph with each; larger sets are halved and paired half by half.
const mostCompared = 2_500

/** Pairs removed paragraphs with those added in their place, in order, so that the total similarity is greatest. */
export function pairParagraphs(
  before: readonly string[],
  after: readonly string[],
): ParagraphPair[] {
  if (before.length * after.length > mostCompared) {
    const [x, y] = [Math.ceil(before.length / 2), Math.ceil(after.length / 2)]
    return [
      ...pairParagraphs(before.slice(0, x), after.slice(0, y)),
      ...pairParagraphs(before.slice(x), after.slice(y)),
    ]
  }
  const pairs: ParagraphPair[] = []
  let [x, y] = [0, 0]
  for (const [a, b] of findBest(compareAll(before, after), before.length, after.length)) {
    while (x < a) pairs.push({ before: before[x++] ?? '' })
    while (y < b) pairs.push({ after: after[y++] ?? '' })
    pairs.push({ before: before[x++] ?? '', after: after[y++] ?? '' })
  }
  while (x < before.length) pairs.push({ before: before[x++] ?? '' })
  while (y < after.length) pairs.push({ after: after[y++] ?? '' })
  return pairs
}

type Alikeness = (a: number, b: number) => number

function compareAll(before: readonly string[], after: readonly string[]): Alikeness {
  const words = after.map((text) => new Set(splitWords(text)))
  const table = before.map((text) => {
    const own = new Set(splitWords(text))
    return words.map((other) => toSimilarity(own, other))
  })
  return (a, b) => table[a]?.[b] ?? 0
}

/** Similarity of two paragraphs: the Dice coefficient of their words, or 0 when it is below `leastSimilarity`. */
function toSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const alike = (2 * shared) / (a.size + b.size)
  return alike >= leastSimilarity ? alike : 0
}

/** Indexes of the non-crossing pairs with the greatest total similarity (dynamic programming). */
function findBest(alike: Alikeness, rows: number, columns: number): [number, number][] {
  // `best[a][b]` is the greatest total from row `a` and column `b` on.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const bestAt = (a: number, b: number): number => best[a]?.[b] ?? 0
  for (let a = rows - 1; a >= 0; a--) {
    for (let b = columns - 1; b >= 0; b--) {
      const row = best[a]
      const paired = alike(a, b) > 0 ? alike(a, b) + bestAt(a + 1, b + 1) : 0
      if (row !== undefined) row[b] = Math.max(paired, bestAt(a + 1, b), bestAt(a, b + 1))
    }
  }
  const pairs: [number, number][] = []
  let [a, b] = [0, 0]
  while (a < rows && b < columns) {
    const paired = alike(a, b) > 0 ? alike(a, b) + bestAt(a + 1, b + 1) : -1
    if (paired >= bestAt(a + 1, b) && paired >= bestAt(a, b + 1)) pairs.push([a++, b++])
    else if (bestAt(a + 1, b) >= bestAt(a, b + 1)) a++
    else b++
  }
  return pairs
}
