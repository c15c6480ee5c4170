import { deleteDB } from 'idb'
import { parseDeskEntry, toRecord, type DeskEntry } from './desk-entry.ts'
import {
  buildMarkPack,
  parseMarkPack,
  readWholePack,
  toMarkMonth,
  type Mark,
  type MarkPack,
} from './mark-pack.ts'
import { chooseNewer, mergeEntries } from './merge-entries.ts'
import type { DeskDatabase } from './open-desk-database.ts'

/** What a desk holds, and how many of its entries could not be read. */
export interface ReadDesk {
  entries: DeskEntry[]
  /** Marks of months in which nothing is wrong, as they are stored. */
  packs: MarkPack[]
  broken: number
}

/** Reads all entries of a desk, also those that were removed. */
export async function readDesk(database: DeskDatabase): Promise<ReadDesk> {
  const transaction = database.transaction(['marks', 'entries'])
  const [packs, records] = await Promise.all([
    transaction.objectStore('marks').getAll(),
    transaction.objectStore('entries').getAll(),
    transaction.done,
  ])
  const read: ReadDesk = { entries: [], packs: [], broken: 0 }
  for (const pack of packs) {
    const whole = readWholePack(pack)
    if (whole !== undefined) {
      read.packs.push(whole)
      continue
    }
    const { marks, broken } = parseMarkPack(pack)
    for (const mark of marks) read.entries.push(mark)
    read.broken += broken
  }
  for (const record of records) {
    const entry = parseDeskEntry(record)
    if (entry === undefined) read.broken++
    else read.entries.push(entry)
  }
  return read
}

/**
 * Merges entries into a desk, in one transaction: another window may be writing.
 * @returns the states of these entries that count now.
 * @throws DOMException where the device is full, or the database was closed.
 */
export async function writeDesk(
  database: DeskDatabase,
  entries: readonly DeskEntry[],
): Promise<DeskEntry[]> {
  const transaction = database.transaction(['marks', 'entries'], 'readwrite')
  const packs = transaction.objectStore('marks')
  const records = transaction.objectStore('entries')
  const { byMonth, others } = sortEntries(entries)
  const writeMonth = async ([month, changed]: [string, Mark[]]): Promise<DeskEntry[]> => {
    const stored = await packs.get(month)
    const known = stored === undefined ? [] : parseMarkPack(stored).marks
    const merged = mergeEntries(known, changed)
    await packs.put(buildMarkPack(month, merged))
    const own = new Set(changed.map(({ id }) => id))
    return merged.filter(({ id }) => own.has(id))
  }
  const writeEntry = async (entry: DeskEntry): Promise<DeskEntry> => {
    const record = toRecord(entry)
    const known = parseDeskEntry(await records.get([record.kind, record.id]))
    const newer = known === undefined ? entry : chooseNewer(known, entry)
    if (newer === entry) await records.put(record)
    return newer
  }
  const [months, rest] = await Promise.all([
    Promise.all([...byMonth].map(writeMonth)),
    Promise.all(others.map(writeEntry)),
    transaction.done,
  ])
  return [...months.flat(), ...rest]
}

/** Takes entries out of a desk as if they had never been there, and all that is known of rows. */
export async function eraseFromDesk(
  database: DeskDatabase,
  isErased: (entry: DeskEntry) => boolean,
): Promise<void> {
  const transaction = database.transaction(['marks', 'entries', 'rows'], 'readwrite')
  const packs = transaction.objectStore('marks')
  const records = transaction.objectStore('entries')
  const eraseMarks = async () => {
    for (const month of await packs.getAllKeys()) {
      const { marks } = parseMarkPack(await packs.get(month))
      const left = marks.filter((mark) => !isErased(mark))
      if (left.length === 0) await packs.delete(month)
      else if (left.length < marks.length) await packs.put(buildMarkPack(month, left))
    }
  }
  const eraseEntries = async () => {
    for (const record of await records.getAll()) {
      const entry = parseDeskEntry(record)
      if (entry === undefined || !isErased(entry)) continue
      const { kind, id } = toRecord(entry)
      await records.delete([kind, id])
    }
  }
  await Promise.all([
    eraseMarks(),
    eraseEntries(),
    transaction.objectStore('rows').clear(),
    transaction.done,
  ])
}

/** Deletes a desk in which nothing is left: that there was one is a trace, too. Whoever has it open lets go. */
export async function deleteEmptyDesk(database: DeskDatabase): Promise<void> {
  const counts = await Promise.all([database.count('marks'), database.count('entries')])
  if (counts.every((count) => count === 0)) await deleteDB(database.name)
}

function sortEntries(entries: readonly DeskEntry[]) {
  const byMonth = new Map<string, Mark[]>()
  const others: DeskEntry[] = []
  for (const entry of mergeEntries(entries, [])) {
    if (entry.kind !== 'mark') {
      others.push(entry)
      continue
    }
    const month = toMarkMonth(entry.id)
    const marks = byMonth.get(month)
    if (marks === undefined) byMonth.set(month, [entry])
    else marks.push(entry)
  }
  return { byMonth, others }
}
