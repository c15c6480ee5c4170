import type { ColumnPlace } from '#contract/column/column-place.ts'
import { planColumn } from '#contract/column/column-plan.ts'
import { toColumnBytes } from '#contract/column/column-writer.ts'
import type { DataWriter } from '../data-writer.ts'
import { toColumnSource } from './column.ts'
import type { FacetValue } from './facet-value.ts'

/** Writes the column of one facet: the values of every post. */
export async function writeColumn(
  values: readonly FacetValue[],
  { rows, writer }: { rows: number; writer: DataWriter },
): Promise<ColumnPlace> {
  const place: ColumnPlace = []
  for (const span of planColumn(rows)) {
    const bytes = toColumnBytes(toColumnSource(values, span))
    place.push({ start: span.start, file: await writer.writeBytes('columns', bytes) })
  }
  return place
}
