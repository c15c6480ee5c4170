import type { DeskTaken } from './desk-entries.ts'
import { parseDeskEntry, toRecord, type DeskEntry } from './desk-entry.ts'
import { buildMarkPack, parseMarkPack, toMarkMonth } from './mark-pack.ts'
import { isSameState, toEntryName } from './merge-entries.ts'
import type { DeskDatabase } from './open-desk-database.ts'

/** Gives entries their former states back, in one transaction; those that were changed since they were taken stay. */
export async function restoreInDesk(
  database: DeskDatabase,
  taken: readonly DeskTaken[],
): Promise<void> {
  const transaction = database.transaction(['marks', 'entries'], 'readwrite')
  const packs = transaction.objectStore('marks')
  const records = transaction.objectStore('entries')
  const byName = new Map(taken.map((one) => [toEntryName(one.entry), one]))
  const toFormer = (known: DeskEntry): DeskEntry | undefined => {
    const one = byName.get(toEntryName(known))
    return one !== undefined && isSameState(known, one.entry) ? one.before : known
  }
  const months = new Set(
    taken.flatMap(({ entry }) => (entry.kind === 'mark' ? [toMarkMonth(entry.id)] : [])),
  )
  const restoreMonth = async (month: string) => {
    const { marks } = parseMarkPack(await packs.get(month))
    const former = marks.map(toFormer).filter((one) => one?.kind === 'mark')
    if (former.length === 0) await packs.delete(month)
    else await packs.put(buildMarkPack(month, former))
  }
  const restoreEntry = async ({ entry }: DeskTaken) => {
    const { kind, id } = toRecord(entry)
    const known = parseDeskEntry(await records.get([kind, id]))
    if (known === undefined) return
    const former = toFormer(known)
    if (former === undefined) await records.delete([kind, id])
    else if (former !== known) await records.put(toRecord(former))
  }
  await Promise.all([
    ...[...months].map(restoreMonth),
    ...taken.filter(({ entry }) => entry.kind !== 'mark').map(restoreEntry),
    transaction.done,
  ])
}
