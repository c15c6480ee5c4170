import type { DeskEntry } from './desk-entry.ts'
import {
  deleteEmptyDesk,
  eraseFromDesk,
  readDesk,
  writeDesk,
  type ReadDesk,
} from './desk-database.ts'
import type { DeskTaken } from './desk-entries.ts'
import { hasDesk } from './desk-sign.ts'
import { signDesk } from './sign-desk.ts'
import { toEntryName } from './merge-entries.ts'
import { restoreInDesk } from './restore-in-desk.ts'
import { openDeskDatabase, type DeskDatabase } from './open-desk-database.ts'

/** Why a desk is not stored: the browser refuses it, or the device has no room. */
export type DeskTrouble = 'blocked' | 'full'

/** What a desk hears from where it is stored. */
interface DeskStorageEvents {
  /** The database was read. */
  onRead: (desk: ReadDesk) => void
  /** Other states of entries count than were to be written: another window wrote them. */
  onNewer: (entries: readonly DeskEntry[]) => void
  /** All of it was deleted from outside. */
  onDeleted: () => void
}

/** Where a desk is stored. It is opened when it is first needed, and read then; what cannot be written is tried again. */
export class DeskStorage {
  readonly #base: string
  readonly #events: DeskStorageEvents
  readonly #unstored = new Map<string, DeskEntry>()
  #database: Promise<DeskDatabase> | undefined
  #writing = Promise.resolve()
  /** Why the last changes are not stored; `undefined` where they are. */
  trouble: DeskTrouble | undefined

  constructor(base: string, events: DeskStorageEvents) {
    this.#base = base
    this.#events = events
  }

  /** Reads what is stored, where something is. */
  async read(): Promise<void> {
    if (!hasDesk(this.#base)) return
    await this.#watch(async () => {
      const isOpen = this.#database !== undefined
      const database = await this.connect()
      // What is opened anew is read by that.
      if (isOpen) this.#events.onRead(await readDesk(database))
    })
  }

  /** The open database. @throws DOMException or TypeError where the browser refuses. */
  async connect(): Promise<DeskDatabase> {
    this.#database ??= this.#open()
    try {
      return await this.#database
    } catch (error) {
      this.#database = undefined
      throw error
    }
  }

  /** Stores entries, with those that could not be stored before. */
  async write(entries: readonly DeskEntry[]): Promise<void> {
    for (const entry of entries) this.#unstored.set(toEntryName(entry), entry)
    this.#writing = this.#writing.then(() => this.#watch(() => this.#writeAll()))
    await this.#writing
  }

  /** Takes entries out, and deletes a desk in which none is left. @throws DOMException or TypeError where the browser refuses. */
  async erase(isErased: (entry: DeskEntry) => boolean): Promise<void> {
    for (const [name, entry] of this.#unstored) if (isErased(entry)) this.#unstored.delete(name)
    await this.#writing
    if (!hasDesk(this.#base)) return
    const database = await this.connect()
    await eraseFromDesk(database, isErased)
    await deleteEmptyDesk(database)
  }

  /** Gives entries that were taken over their former states back; a desk in which none is left is deleted. */
  async restore(taken: readonly DeskTaken[]): Promise<void> {
    // What could not be stored has nothing to be taken back.
    for (const { entry, before } of taken) {
      const name = toEntryName(entry)
      if (this.#unstored.get(name) !== entry) continue
      if (before === undefined) this.#unstored.delete(name)
      else this.#unstored.set(name, before)
    }
    await this.#writing
    if (!hasDesk(this.#base)) return
    await this.#watch(async () => {
      const database = await this.connect()
      await restoreInDesk(database, taken)
      await deleteEmptyDesk(database)
    })
  }

  async #open(): Promise<DeskDatabase> {
    const letGo = () => {
      this.#database = undefined
    }
    const database = await openDeskDatabase(this.#base, {
      onClosed: letGo,
      onDeleted: () => {
        letGo()
        this.#unstored.clear()
        signDesk(this.#base, false)
        this.#events.onDeleted()
      },
    })
    this.#events.onRead(await readDesk(database))
    return database
  }

  async #writeAll(): Promise<void> {
    const entries = [...this.#unstored.values()]
    if (entries.length === 0) return
    const counting = await writeDesk(await this.connect(), entries)
    for (const entry of entries) {
      const name = toEntryName(entry)
      if (this.#unstored.get(name) === entry) this.#unstored.delete(name)
    }
    signDesk(this.#base, true)
    this.#events.onNewer(counting)
  }

  /** Notes why something is not stored, and goes on. */
  async #watch(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      this.trouble = undefined
    } catch (error) {
      this.trouble = toTrouble(error)
    }
  }
}

// Firefox has an error of another name for a full device; without a database at all it is a TypeError.
function toTrouble(error: unknown): DeskTrouble {
  if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  return /quota|no_device_space/i.test(error.name) ? 'full' : 'blocked'
}
