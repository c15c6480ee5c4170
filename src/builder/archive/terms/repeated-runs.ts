// Runs in worker threads and, for small archives, on the main one.
import { isDenseCode, type TextUnits } from './split-units.ts'
import { RunCounts } from './run-counts.ts'

/** A run of units that a text has more than once. */
export interface RepeatedRun {
  /** How many units. */
  units: number
  /** The units at which it begins, last first. */
  places: number[]
  /** How often the text has its first and its last unit. */
  firsts: number
  lasts: number
}

const mostDense = 12
const mostWords = 4

/**
 * Finds the words and the runs of units that recur in a text and are not always part of the same longer run. Each length
 * is found among the runs one shorter (as Apriori does), so few are ever counted: linear in practice, and bounded by the
 * longest length.
 */
export function findRepeatedRuns(units: TextUnits): RepeatedRun[] {
  const { length, codes, joined } = units
  const hashes = codes.slice(0, length)
  const runs: RepeatedRun[] = []
  let places = new Uint32Array(length)
  // Plain loops: all characters of an archive pass here.
  for (let at = 0; at < length; at++) places[at] = at
  let counts = new RunCounts(places, hashes)
  const single = new Uint32Array(length)
  for (let at = 0; at < length; at++) single[at] = counts.countAt(at)
  // How often each place's run of the size occurs, if more than once; and of the size above.
  let known = single
  let longer = new Uint32Array(length)
  for (let size = 1; size <= mostDense && places.length > 0; size++) {
    const next = new Uint32Array(places.length)
    let found = 0
    for (let index = 0; index < places.length; index++) {
      const at = places[index] ?? 0
      if ((known[at] ?? 0) < 2 || (known[at + 1] ?? 0) < 2 || joined[at + size] !== 1) continue
      if (size >= mostWords && !isDenseCode(codes[at] ?? 0)) continue
      hashes[at] = mix(hashes[at] ?? 0, codes[at + size] ?? 0)
      next[found++] = at
    }
    const nextPlaces = next.subarray(0, found)
    const nextCounts = new RunCounts(nextPlaces, hashes)
    for (let index = 0; index < found; index++) {
      const count = nextCounts.countAt(index)
      longer[nextPlaces[index] ?? 0] = count < 2 ? 0 : count
    }
    addRuns(runs, { size, places, counts, known, longer, single, units })
    const spent = known === single ? new Uint32Array(length) : known
    for (let index = 0; index < places.length; index++) spent[places[index] ?? 0] = 0
    known = longer
    longer = spent
    places = nextPlaces
    counts = nextCounts
  }
  return runs
}

interface Level {
  size: number
  places: Uint32Array
  counts: RunCounts
  known: Uint32Array
  longer: Uint32Array
  single: Uint32Array
  units: TextUnits
}

/** Adds the runs of a size, each where it occurs last. */
function addRuns(
  runs: RepeatedRun[],
  { size, places, counts, known, longer, single, units }: Level,
): void {
  const { codes } = units
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0
    const count = known[at] ?? 0
    if (count < 2 || !counts.isLast(index)) continue
    if (size === 1 && isDenseCode(codes[at] ?? 0)) continue
    // A part of a run that is as frequent is no run of its own.
    if (longer[at] === count && !isJoining(units, at + size)) continue
    if (at > 0 && longer[at - 1] === count && !isJoining(units, at - 1)) continue
    runs.push({
      units: size,
      places: counts.placesFrom(index),
      firsts: single[at] ?? 0,
      lasts: single[at + size - 1] ?? 0,
    })
  }
}

/** Whether a unit is a short word, such as an article, which is no part of the name beside it. */
function isJoining({ codes, starts, ends, named }: TextUnits, at: number): boolean {
  const isWord = !isDenseCode(codes[at] ?? 0)
  return isWord && named[at] !== 1 && (ends[at] ?? 0) - (starts[at] ?? 0) < 4
}

function mix(hash: number, code: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) + Math.imul(code, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
