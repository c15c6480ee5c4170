import { findEdits } from '../difference/edit-script.ts'

/** Which words of one text another one has, in the same order. */
export interface KeptWords {
  /** 1 for each word that it has. */
  kept: Uint8Array
  /** Whether there are stretches that differ too much to tell their words: none of these is kept. */
  isCoarse: boolean
}

/** Words in a row that stand once in each text tie the two together. */
const runLength = 3
/** Removals and additions between two such ties; time and memory grow with the square of their number. */
const mostEdits = 1_500

/**
 * Finds the words of a text that another one has in the same order: rare runs of words tie both together (as in "patience
 * diff"), and what lies between is compared word by word. Takes bounded time.
 */
export function findKept(words: readonly string[], other: readonly string[]): KeptWords {
  const result: KeptWords = { kept: new Uint8Array(words.length), isCoarse: false }
  let [from, otherFrom] = [0, 0]
  const compare = (to: number, otherTo: number) => {
    markKept(result, words, { from, to, others: other.slice(otherFrom, otherTo) })
  }
  for (const [at, otherAt] of findTies(words, other)) {
    if (at < from || otherAt < otherFrom) {
      // Runs overlap: only what this one adds is new.
      const added = runLength - Math.max(from - at, otherFrom - otherAt)
      if (from - at !== otherFrom - otherAt || added <= 0) continue
      result.kept.fill(1, from, from + added)
      from += added
      otherFrom += added
      continue
    }
    compare(at, otherAt)
    result.kept.fill(1, at, at + runLength)
    from = at + runLength
    otherFrom = otherAt + runLength
  }
  compare(words.length, other.length)
  return result
}

function markKept(
  result: KeptWords,
  words: readonly string[],
  { from, to, others }: { from: number; to: number; others: readonly string[] },
): void {
  if (from === to || others.length === 0) return
  const edits = findEdits(words.slice(from, to), others, mostEdits)
  if (edits === undefined) result.isCoarse = true
  let at = from
  for (const { kind, items } of edits ?? []) {
    if (kind === 'added') continue
    if (kind === 'same') result.kept.fill(1, at, at + items.length)
    at += items.length
  }
}

/** Places of runs that stand once in each text, ascending in both. */
function findTies(words: readonly string[], other: readonly string[]): [number, number][] {
  const places = listRuns(other)
  const ties: [number, number][] = []
  for (const [run, at] of listRuns(words)) {
    const otherAt = places.get(run)
    if (at >= 0 && otherAt !== undefined && otherAt >= 0) ties.push([at, otherAt])
  }
  return findAscending(ties)
}

/** Each run with its place; -1 for one that stands there more than once. */
function listRuns(words: readonly string[]): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = 0; at + runLength <= words.length; at++) {
    const run = words.slice(at, at + runLength).join(' ')
    runs.set(run, runs.has(run) ? -1 : at)
  }
  return runs
}

/** The longest part of a list in which the second numbers ascend as the first do (patience sorting). */
function findAscending(ties: readonly [number, number][]): [number, number][] {
  const tops: number[] = []
  const before = new Int32Array(ties.length)
  const valueOf = (tie: number | undefined) => (tie === undefined ? -1 : (ties[tie]?.[1] ?? -1))
  for (const [turn, [, place]] of ties.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (valueOf(tops[middle]) < place) low = middle + 1
      else high = middle
    }
    before[turn] = tops[low - 1] ?? -1
    tops[low] = turn
  }
  const found: [number, number][] = []
  for (let turn = tops.at(-1) ?? -1; turn >= 0; turn = before[turn] ?? -1) {
    const tie = ties[turn]
    if (tie !== undefined) found.push(tie)
  }
  return found.reverse()
}
