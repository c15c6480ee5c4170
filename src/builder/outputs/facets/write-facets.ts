import type { FacetDictionary } from '#contract/facet-dictionary.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toSelectionBytes } from '#contract/selection-file.ts'
import { listSelection } from '#core/selection/selection.ts'
import type { FacetIndex, FacetValue } from '#builder/site/shape/facet-index.ts'
import { bundleSelections } from './selection-bundle.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** Values of a facet that the manifest names itself: as many as the reader shows at first. */
const topValues = 8

/** Where the selection of a value lies. */
type Place = FacetDictionary['values'][number]['selection']

/** Writes the dictionaries and selections of all facets. */
export async function writeFacets(
  facets: FacetIndex[],
  writer: SiteWriter,
): Promise<Manifest['facets']> {
  const written: Manifest['facets'] = []
  // Twin facets share the selections of their values.
  const known = new Map<FacetValue[], Place[]>()
  for (const { facet, values, isTwin } of facets) {
    const places = known.get(values) ?? (await writeSelections(values, writer))
    known.set(values, places)
    const dictionary: FacetDictionary = {
      facet,
      values: values.flatMap(({ value, count, isDerived }, at) => {
        const selection = places[at]
        return selection === undefined
          ? []
          : [{ ...toEntry({ value, count, isDerived }), selection }]
      }),
    }
    const hash = await writer.writeJson('facets', dictionary)
    const top = values.slice(0, topValues).map(toEntry)
    const entry = { facet, dictionary: hash, values: values.length, top }
    written.push(isTwin ? { ...entry, twin: true } : entry)
  }
  return written
}

function toEntry({ value, count, isDerived }: Pick<FacetValue, 'value' | 'count' | 'isDerived'>) {
  return { value, count, ...(isDerived ? { derived: true as const } : {}) }
}

async function writeSelections(values: FacetValue[], writer: SiteWriter): Promise<Place[]> {
  const places: Place[] = []
  const packed = values.map(({ ordinals }) => toSelectionBytes(listSelection(ordinals)))
  for (const { bytes, parts } of bundleSelections(packed)) {
    const file = await writer.writeSelections(bytes)
    for (const part of parts) places.push({ file, ...part })
  }
  return places
}
