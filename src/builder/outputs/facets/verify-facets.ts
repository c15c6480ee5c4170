import { parseFacetDictionary, type FacetDictionary } from '#contract/facet-dictionary.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import {
  countSelection,
  emptySelection,
  rangeSelection,
  subtractSelection,
} from '#core/selection/selection.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'
import { countColumn } from './count-column.ts'

/** Every value selects as many posts as its count says, and as its facet's column has. */
export async function verifyFacets(
  { facets, opening: openingHash, timeline: { rows } }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  const opening = await site.readJson('opening', openingHash, parseOpening)
  const superseded = opening?.superseded ?? emptySelection
  const faults: string[] = []
  const bundles = new Map<FileHash, Uint8Array | undefined>()
  for (const { facet, dictionary: hash, column, values } of facets) {
    const dictionary = await site.readJson('facets', hash, parseFacetDictionary)
    if (dictionary === undefined) continue
    const shown = dictionary.values.filter(({ count, twin }) => count > 0 && !twin).length
    faults.push(...expectCount(`${facet}: values`, shown, values))
    for (const { value, count, selection } of dictionary.values) {
      const { file, start, bytes } = selection
      if (!bundles.has(file)) bundles.set(file, await site.readData('selections', file))
      const part = bundles.get(file)?.subarray(start, start + bytes)
      if (part === undefined) continue
      const visible = subtractSelection(parseSelectionBytes(part), superseded)
      faults.push(...expectCount(`${facet} "${value}": posts`, countSelection(visible), count))
    }
    const posts = subtractSelection(rangeSelection(0, rows), superseded)
    const counts = await countColumn(column, { posts, rows, site })
    if (counts !== undefined) faults.push(...compareColumn(dictionary, counts))
  }
  return faults
}

function compareColumn(
  { facet, values }: FacetDictionary,
  counts: ReadonlyMap<string, number>,
): string[] {
  const counted = values.filter(({ count }) => count > 0).length
  return [
    ...expectCount(`${facet}: values in the column`, counts.size, counted),
    ...values.flatMap(({ value, count }) =>
      expectCount(`${facet} "${value}": posts in the column`, counts.get(value) ?? 0, count),
    ),
  ]
}
