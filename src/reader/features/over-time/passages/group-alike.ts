/** Share of what two texts have in common from which on they are nearly equal. */
const leastShared = 0.75
const shingle = 3

/**
 * Groups items whose texts are nearly equal, each with the first one like it: those that share at least three quarters of
 * their runs of three characters (Jaccard index). Keeps the order; an item without text is alone. `fold` makes texts
 * comparable.
 */
export function groupAlike<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  fold: (text: string) => string,
): T[][] {
  const groups: { items: T[]; runs: ReadonlySet<string> }[] = []
  for (const item of items) {
    const runs = toRuns(fold(textOf(item)))
    const known = groups.find((group) => isAlike(group.runs, runs))
    if (known === undefined) groups.push({ items: [item], runs })
    else known.items.push(item)
  }
  return groups.map((group) => group.items)
}

function toRuns(text: string): Set<string> {
  const runs = new Set<string>()
  for (let at = 0; at + shingle <= text.length; at++) runs.add(text.slice(at, at + shingle))
  return runs
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0 || small.size < large.size * leastShared) return false
  let shared = 0
  for (const run of small) if (large.has(run)) shared++
  return shared >= (small.size + large.size - shared) * leastShared
}
