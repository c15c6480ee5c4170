import { readColumn } from '#contract/column/column-file.ts'
import { toColumnSpans } from '#contract/column/column-place.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { ValueColumn } from '#core/column/value-column.ts'
import { hasOrdinal, listSelection, rankOf, type Selection } from '#core/selection/selection.ts'
import type { FacetIndex } from '../facets/facet-value.ts'
import type { CopyOptions, CopySource } from './copy-source.ts'

/** A value while its posts are collected. */
interface CopiedValue {
  /** Places of its posts among the copied ones. */
  places: number[]
  isDerived: boolean
  isTwin: boolean
}

interface FacetOptions extends Pick<CopyOptions, 'ordinals' | 'rest'> {
  /** Older versions among the copied posts, by their places in the copy. */
  superseded: Selection
}

/** The values that the copied posts have, of each facet of the archive, and which of them have each. */
export async function copyFacets(source: CopySource, options: FacetOptions): Promise<FacetIndex[]> {
  const facets: FacetIndex[] = []
  for (const entry of source.manifest.facets) {
    const values = await copyValues(source, entry, options)
    if (values.length === 0) continue
    facets.push({ facet: entry.facet, isTwin: entry.twin === true, values })
  }
  return facets
}

async function copyValues(
  source: CopySource,
  { column }: Manifest['facets'][number],
  { ordinals, superseded, rest }: FacetOptions,
): Promise<FacetIndex['values']> {
  const found = new Map<string, CopiedValue>()
  const copied = listSelection(ordinals)
  for (const { file, start, end } of toColumnSpans(column, source.manifest.timeline.rows)) {
    const first = rankOf(copied, start)
    const last = rankOf(copied, end)
    if (first === last) continue
    const part = await finish(readColumn(await source.data('columns', file), { start, end }), rest)
    for (let place = first; place < last; place++) addPost(found, part, ordinals[place] ?? 0, place)
  }
  const values = [...found].map(([value, { places, isDerived, isTwin }]) => ({
    value,
    count: places.filter((place) => !hasOrdinal(superseded, place)).length,
    ordinals: Uint32Array.from(places),
    isDerived,
    isTwin,
  }))
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return values
}

function addPost(
  found: Map<string, CopiedValue>,
  { start, values, derived, twins, listOf, starts, members }: ValueColumn,
  ordinal: number,
  place: number,
): void {
  const list = listOf[ordinal - start] ?? 0
  for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
    const member = members[at] ?? 0
    const value = values[member] ?? ''
    const known = found.get(value)
    const isDerived = derived.has(member)
    if (known === undefined) {
      found.set(value, { places: [place], isDerived, isTwin: twins.has(member) })
    } else known.places.push(place)
  }
}

/** Goes all steps of a computation, and lets others work in between. */
async function finish<T>(steps: Generator<undefined, T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await rest()
  }
}
