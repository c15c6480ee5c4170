import { rankOf, toOrdinals, type Selection } from '../selection/selection.ts'
import type { ValueColumn } from './value-column.ts'

/** Posts counted in one step: less than a millisecond. */
const postsPerStep = 65_536

/** Counts the posts of a selection for each value of a column, by the place of the value. Goes in steps, so that a page can yield in between. */
export function* countValues(
  column: ValueColumn,
  selection: Selection,
): Generator<undefined, Uint32Array> {
  const { values, starts, members } = column
  const perList = yield* countLists(column, selection)
  const counts = new Uint32Array(values.length)
  for (let list = 0; list < perList.length; list++) {
    const posts = perList[list] ?? 0
    if (posts > 0) {
      const end = starts[list + 1] ?? 0
      for (let at = starts[list] ?? 0; at < end; at++) {
        const value = members[at] ?? 0
        counts[value] = (counts[value] ?? 0) + posts
      }
    }
    if (list % postsPerStep === postsPerStep - 1) yield
  }
  return counts
}

function* countLists(
  { start, listOf, starts }: ValueColumn,
  selection: Selection,
): Generator<undefined, Uint32Array> {
  const perList = new Uint32Array(starts.length - 1)
  const end = start + listOf.length
  if (selection.kind === 'range') {
    const last = Math.min(selection.end, end)
    for (let ordinal = Math.max(selection.start, start); ordinal < last; ordinal++) {
      const list = listOf[ordinal - start] ?? 0
      perList[list] = (perList[list] ?? 0) + 1
      if (ordinal % postsPerStep === postsPerStep - 1) yield
    }
    return perList
  }
  const ordinals = toOrdinals(selection)
  const last = rankOf(selection, end)
  for (let at = rankOf(selection, start); at < last; at++) {
    const list = listOf[(ordinals[at] ?? 0) - start] ?? 0
    perList[list] = (perList[list] ?? 0) + 1
    if (at % postsPerStep === postsPerStep - 1) yield
  }
  return perList
}
