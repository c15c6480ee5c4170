/** A run of items that both lists have, or only one of them. */
export interface Edit<Item> {
  kind: 'same' | 'removed' | 'added'
  items: Item[]
}

/**
 * The shortest edit script from one list to another, as runs in order, removals before additions. `undefined` when it
 * takes more than `most` removals and additions: time and memory grow with the square of their number (Myers, "An O(ND)
 * difference algorithm and its variations", 1986).
 */
export function findEdits(
  before: readonly string[],
  after: readonly string[],
  most: number,
): Edit<string>[] | undefined {
  const start = countEqual(before, after, (list, at) => list[at])
  const [restBefore, restAfter] = [before.slice(start), after.slice(start)]
  const end = countEqual(restBefore, restAfter, (list, at) => list.at(-1 - at))
  const a = restBefore.slice(0, restBefore.length - end)
  const b = restAfter.slice(0, restAfter.length - end)
  const steps = walkBack(a, b, reach(a, b, most))
  if (steps === undefined) return undefined
  return joinSteps([
    { kind: 'same', items: before.slice(0, start) },
    ...steps,
    { kind: 'same', items: restBefore.slice(restBefore.length - end) },
  ])
}

function countEqual(
  a: readonly string[],
  b: readonly string[],
  pick: (list: readonly string[], at: number) => string | undefined,
): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && pick(a, count) === pick(b, count)) count++
  return count
}

/**
 * For each number of edits, how far into `a` each diagonal reaches (diagonal = index in `a` minus index in `b`). The
 * diagonals of `n` edits are every other one from -n to n.
 */
function reach(a: readonly string[], b: readonly string[], most: number): Int32Array[] | undefined {
  const rounds: Int32Array[] = []
  for (let edits = 0; edits <= Math.min(most, a.length + b.length); edits++) {
    const before = rounds.at(-1)
    const ends = new Int32Array(edits + 1)
    rounds.push(ends)
    for (let turn = 0; turn <= edits; turn++) {
      const diagonal = 2 * turn - edits
      let x = before === undefined ? 0 : toStart(before, turn)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      ends[turn] = x
      if (x >= a.length && x - diagonal >= b.length) return rounds
    }
  }
  return undefined
}

/** Where a diagonal starts after one more edit: an addition keeps the index in `a`, a removal advances it. */
function toStart(before: Int32Array, turn: number): number {
  const added = before[turn] ?? -1
  const removed = turn === 0 ? -1 : (before[turn - 1] ?? -1) + 1
  return Math.max(added, removed)
}

/** Backtracks through the rounds to the steps of the shortest edit script, in order. */
function walkBack(
  a: readonly string[],
  b: readonly string[],
  rounds: Int32Array[] | undefined,
): Edit<string>[] | undefined {
  if (rounds === undefined) return undefined
  const steps: Edit<string>[] = []
  let x = a.length
  let turn = (x - b.length + rounds.length - 1) / 2
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const before = rounds[edits - 1]
    const start = before === undefined ? 0 : toStart(before, turn)
    if (start < x) steps.push({ kind: 'same', items: a.slice(start, x) })
    if (before === undefined) break
    const isRemoval = turn > 0 && (before[turn - 1] ?? -1) + 1 === start
    const y = start - (2 * turn - edits)
    if (isRemoval) steps.push({ kind: 'removed', items: a.slice(start - 1, start) })
    else steps.push({ kind: 'added', items: b.slice(y - 1, y) })
    x = isRemoval ? start - 1 : start
    turn = isRemoval ? turn - 1 : turn
  }
  return steps.reverse()
}

/** Joins adjacent steps of a kind: between two equal runs first all removals, then all additions. */
export function joinSteps<Item>(steps: readonly Edit<Item>[]): Edit<Item>[] {
  const joined: Edit<Item>[] = []
  let removed: Item[] = []
  let added: Item[] = []
  const close = () => {
    if (removed.length > 0) joined.push({ kind: 'removed', items: removed })
    if (added.length > 0) joined.push({ kind: 'added', items: added })
    removed = []
    added = []
  }
  for (const { kind, items } of steps) {
    if (items.length === 0) continue
    if (kind === 'removed') removed = removed.concat(items)
    else if (kind === 'added') added = added.concat(items)
    else {
      close()
      const last = joined.at(-1)
      if (last?.kind === 'same') last.items = last.items.concat(items)
      else joined.push({ kind, items })
    }
  }
  close()
  return joined
}
