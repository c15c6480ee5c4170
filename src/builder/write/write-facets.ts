import type { FacetDictionary } from '#contract/facet-dictionary.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toSelectionBytes } from '#contract/selection-file.ts'
import { listSelection } from '#core/selection.ts'
import type { FacetIndex, FacetValue } from '../shape/facet-index.ts'
import { bundleSelections } from '../shape/selection-bundle.ts'
import type { SiteWriter } from './site-writer.ts'

/** Values of a facet that the manifest itself names: as many as its list shows at first. */
const topValues = 8

/** Writes dictionaries and selections of all facets. */
export async function writeFacets(
  facets: FacetIndex[],
  writer: SiteWriter,
): Promise<Manifest['facets']> {
  const written: Manifest['facets'] = []
  for (const { facet, values, isTwin } of facets) {
    const places = await writeSelections(
      values.map(({ ordinals }) => ordinals),
      writer,
    )
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

async function writeSelections(
  lists: number[][],
  writer: SiteWriter,
): Promise<{ file: FileHash; start: number; bytes: number }[]> {
  const places: { file: FileHash; start: number; bytes: number }[] = []
  for (const { bytes, parts } of bundleSelections(lists.map(pack))) {
    const file = await writer.writeSelections(bytes)
    for (const part of parts) places.push({ file, ...part })
  }
  return places
}

function pack(ordinals: number[]): Uint8Array {
  return toSelectionBytes(listSelection(Uint32Array.from(ordinals)))
}
