import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { toDeskName } from './desk-name.ts'

/** A new version adds a step to `upgrade`, and takes none away: desks of any age are opened. */
const version = 1

/** Everything that is read counts as unknown: another version, or another page of this host, may have written it. */
interface DeskSchema extends DBSchema {
  /** Marks, packed by month, see `mark-pack.ts`. */
  marks: { key: string; value: unknown }
  /** All other entries, one a record. */
  entries: { key: [kind: string, id: string]; value: unknown }
  /** Where the rows of posts were seen, see `row-pack.ts`. A cache: it can go at any time. */
  rows: { key: string; value: unknown }
}

/** The database of a desk. */
export type DeskDatabase = IDBPDatabase<DeskSchema>

/** What may happen to an open database from outside. */
export interface DeskDatabaseEvents {
  /** It is deleted, by this window or another: what is known of it must go too. */
  onDeleted: () => void
  /** It was closed: a newer version of the reader opens it, or the browser took it away. */
  onClosed: () => void
}

/**
 * Opens the desk of the site in a folder; makes it where there is none. An open desk lets go where somebody deletes it.
 * @throws DOMException or TypeError where the browser refuses.
 */
export async function openDeskDatabase(
  base: string,
  { onDeleted, onClosed }: DeskDatabaseEvents,
): Promise<DeskDatabase> {
  const database: DeskDatabase = await openDB<DeskSchema>(toDeskName(base), version, {
    upgrade(made, before) {
      if (before < 1) {
        made.createObjectStore('marks', { keyPath: 'month' })
        made.createObjectStore('entries', { keyPath: ['kind', 'id'] })
        made.createObjectStore('rows', { keyPath: 'month' })
      }
    },
    blocking(_current, wanted) {
      database.close()
      if (wanted === null) onDeleted()
      else onClosed()
    },
    terminated: onClosed,
  })
  return database
}
