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

/** Room that the search of each text uses again: making it anew took longer than the search. */
class Room {
  hashes = new Uint32Array(0)
  /** Where the runs of a size, and of the size above, begin. */
  places = new Uint32Array(0)
  next = new Uint32Array(0)
  /** How often each place's unit occurs; its run of the size, if more than once; its run of the size above. */
  single = new Uint32Array(0)
  known = new Uint32Array(0)
  longer = new Uint32Array(0)
  readonly counts = new RunCounts()
  readonly nextCounts = new RunCounts()

  /** Makes room for a text of so many units. */
  reserve(length: number): void {
    if (length <= this.hashes.length) return
    this.hashes = new Uint32Array(length)
    this.places = new Uint32Array(length)
    this.next = new Uint32Array(length)
    this.single = new Uint32Array(length)
    this.known = new Uint32Array(length)
    this.longer = new Uint32Array(length)
  }
}

const room = new Room()

/**
 * Finds the words and the runs of units that recur in a text and are not always part of the same longer run. Each length
 * is found among the runs one shorter (as Apriori does), so few are ever counted: linear in practice, and bounded by the
 * longest length.
 */
export function findRepeatedRuns(units: TextUnits): RepeatedRun[] {
  const { length, codes, joined } = units
  room.reserve(length)
  const { hashes, single } = room
  let { places, next, known, longer, counts, nextCounts } = room
  const runs: RepeatedRun[] = []
  hashes.set(codes.subarray(0, length))
  // Plain loops: all characters of an archive pass here.
  for (let at = 0; at < length; at++) places[at] = at
  counts.count(places, length, hashes)
  for (let at = 0; at < length; at++) {
    const count = counts.countAt(at)
    single[at] = count
    known[at] = count
    longer[at] = 0
  }
  for (let size = 1, left = length; size <= mostDense && left > 0; size++) {
    let found = 0
    for (let index = 0; index < left; index++) {
      const at = places[index] ?? 0
      if ((known[at] ?? 0) < 2 || (known[at + 1] ?? 0) < 2 || joined[at + size] !== 1) continue
      if (size >= mostWords && !isDenseCode(codes[at] ?? 0)) continue
      hashes[at] = mix(hashes[at] ?? 0, codes[at + size] ?? 0)
      next[found++] = at
    }
    nextCounts.count(next, found, hashes)
    for (let index = 0; index < found; index++) {
      const count = nextCounts.countAt(index)
      longer[next[index] ?? 0] = count < 2 ? 0 : count
    }
    addRuns(runs, { size, left, places, counts, known, longer, single, units })
    for (let index = 0; index < left; index++) known[places[index] ?? 0] = 0
    ;[known, longer] = [longer, known]
    ;[places, next] = [next, places]
    ;[counts, nextCounts] = [nextCounts, counts]
    left = found
  }
  return runs
}

interface Level {
  size: number
  /** How many of the places count. */
  left: number
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
  { size, left, places, counts, known, longer, single, units }: Level,
): void {
  const { codes } = units
  for (let index = 0; index < left; index++) {
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
