import { toMarkMonth } from './mark-pack.ts'
import type { DeskDatabase } from './open-desk-database.ts'
import { buildRowPack, parseRowPack, readRowPack, type RowPack, type SeenRow } from './row-pack.ts'

/** All rows that were seen, packed by month. */
export async function readSeenRows(database: DeskDatabase): Promise<RowPack[]> {
  const stored = await database.getAll('rows')
  return stored.map(readRowPack).filter((pack) => pack !== undefined)
}

/** Adds rows to those that were seen before. */
export async function writeSeenRows(
  database: DeskDatabase,
  rows: readonly SeenRow[],
): Promise<void> {
  const byMonth = new Map<string, SeenRow[]>()
  for (const row of rows) {
    const month = toMarkMonth(row.id)
    const seen = byMonth.get(month)
    if (seen === undefined) byMonth.set(month, [row])
    else seen.push(row)
  }
  const transaction = database.transaction('rows', 'readwrite')
  const writeMonth = async ([month, seen]: [string, SeenRow[]]) => {
    const all = new Map(
      parseRowPack(await transaction.store.get(month)).map((row) => [row.id, row]),
    )
    for (const row of seen) all.set(row.id, row)
    await transaction.store.put(buildRowPack(month, [...all.values()]))
  }
  await Promise.all([...[...byMonth].map(writeMonth), transaction.done])
}
