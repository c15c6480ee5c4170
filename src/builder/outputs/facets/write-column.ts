import { planColumn, type ColumnPlace } from '#contract/column/column-place.ts'
import { toColumnBytes } from '#contract/column/column-writer.ts'
import { toColumnSource } from '#builder/site/shape/column.ts'
import type { FacetValue } from '#builder/site/shape/facet-index.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** Writes the column of one facet: the values of every post. */
export async function writeColumn(
  values: readonly FacetValue[],
  { rows, writer }: { rows: number; writer: SiteWriter },
): Promise<ColumnPlace> {
  const place: ColumnPlace = []
  for (const span of planColumn(rows)) {
    const bytes = toColumnBytes(toColumnSource(values, span))
    place.push({ start: span.start, file: await writer.writeBytes('columns', bytes) })
  }
  return place
}
