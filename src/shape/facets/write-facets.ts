import type { ColumnPlace } from '#contract/column/column-place.ts'
import type { FacetDictionary } from '#contract/facet-dictionary.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toSelectionBytes } from '#contract/selection-writer.ts'
import { listSelection } from '#core/selection/selection.ts'
import type { DataWriter } from '../data-writer.ts'
import type { FacetIndex, FacetValue } from './facet-value.ts'
import { bundleSelections } from './selection-bundle.ts'
import { writeColumn } from './write-column.ts'

/** Values of a facet that the manifest names itself: as many as the reader shows at first. */
const topValues = 8

/** Where the selection of a value lies. */
type Place = FacetDictionary['values'][number]['selection']

interface WrittenValues {
  places: Place[]
  column: ColumnPlace
}

/** Writes the dictionaries, selections and columns of all facets; `rows` counts all ordinals. */
export async function writeFacets(
  facets: readonly FacetIndex[],
  { rows, writer }: { rows: number; writer: DataWriter },
): Promise<Manifest['facets']> {
  const written: Manifest['facets'] = []
  // Twin facets share the selections and the column of their values.
  const known = new Map<FacetValue[], WrittenValues>()
  for (const { facet, values, isTwin } of facets) {
    const { places, column } = known.get(values) ?? (await writeValues(values, { rows, writer }))
    known.set(values, { places, column })
    const dictionary: FacetDictionary = {
      facet,
      values: values.flatMap((value, at) => {
        const selection = places[at]
        return selection === undefined ? [] : [{ ...toEntry(value), selection }]
      }),
    }
    const hash = await writer.writeJson('facets', dictionary)
    const shown = values.filter(({ count, isTwin: isNamed }) => count > 0 && !isNamed)
    const top = shown.slice(0, topValues).map(toEntry)
    const entry = { facet, dictionary: hash, column, values: shown.length, top }
    written.push(isTwin ? { ...entry, twin: true } : entry)
  }
  return written
}

function toEntry({ value, count, isDerived, isTwin }: Omit<FacetValue, 'ordinals'>) {
  return {
    value,
    count,
    ...(isDerived ? { derived: true as const } : {}),
    ...(isTwin ? { twin: true as const } : {}),
  }
}

async function writeValues(
  values: FacetValue[],
  { rows, writer }: { rows: number; writer: DataWriter },
): Promise<WrittenValues> {
  const places = await writeSelections(values, writer)
  return { places, column: await writeColumn(values, { rows, writer }) }
}

async function writeSelections(values: FacetValue[], writer: DataWriter): Promise<Place[]> {
  const places: Place[] = []
  const packed = values.map(({ ordinals }) => toSelectionBytes(listSelection(ordinals)))
  for (const { bytes, parts } of bundleSelections(packed)) {
    const file = await writer.writeBytes('selections', bytes)
    for (const part of parts) places.push({ file, ...part })
  }
  return places
}
