/** Posts that are compared with each other: few enough for a table of bounded size. */
export const windowPosts = 2_048

/**
 * Sorts ordinals by the groups of their posts, and cuts each group into windows of `windowPosts`, oldest first. What is
 * left at the end of a group is joined to the window before it: a new post must not be alone. A post that is added at
 * the end therefore changes no window but the last of its groups.
 */
export function* listWindows(groupOf: Uint32Array, groups: number): Generator<Uint32Array> {
  for (const ordinals of listGroups(groupOf, groups)) {
    for (let start = 0; start < ordinals.length;) {
      const left = ordinals.length - start
      const stop = left < windowPosts * 2 ? ordinals.length : start + windowPosts
      yield ordinals.subarray(start, stop)
      start = stop
    }
  }
}

/** The ordinals of each group, rising; `groupOf` has the number of each post's group. */
export function* listGroups(groupOf: Uint32Array, groups: number): Generator<Uint32Array> {
  const starts = new Uint32Array(groups + 1)
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  for (let group = 0; group < groups; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  }
  const next = starts.slice()
  const sorted = new Uint32Array(groupOf.length)
  for (const [ordinal, group] of groupOf.entries()) {
    const at = next[group] ?? 0
    sorted[at] = ordinal
    next[group] = at + 1
  }
  for (let group = 0; group < groups; group++)
    yield sorted.subarray(starts[group], starts[group + 1])
}

/** Numbers names in the order in which they occur. */
export function numberNames(names: Iterable<string>, length: number) {
  const numbers = new Map<string, number>()
  const groupOf = new Uint32Array(length)
  let at = 0
  for (const name of names) {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    groupOf[at++] = number
  }
  return { groupOf, groups: numbers.size }
}
