import { readColumn } from '#contract/column/column-file.ts'
import { toColumnSpans, type ColumnPlace } from '#contract/column/column-place.ts'
import { dataPath } from '#contract/file-names.ts'
import { countValues } from '#core/column/count-values.ts'
import type { Selection } from '#core/selection/selection.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** How many of these posts each value of a column has; `undefined` when one of its files is damaged. */
export async function countColumn(
  column: ColumnPlace,
  { posts, rows, site }: { posts: Selection; rows: number; site: BuiltSite },
): Promise<ReadonlyMap<string, number> | undefined> {
  const counts = new Map<string, number>()
  for (const { file, ...span } of toColumnSpans(column, rows)) {
    const bytes = await site.readData('columns', file)
    if (bytes === undefined) return undefined
    try {
      const part = finish(readColumn(bytes, span))
      for (const [at, count] of finish(countValues(part, posts)).entries()) {
        const value = part.values[at] ?? ''
        if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count)
      }
    } catch (error) {
      site.note(dataPath('columns', file), error)
      return undefined
    }
  }
  return counts
}

/** Goes all steps of a computation at once. */
function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
