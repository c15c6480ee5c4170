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
