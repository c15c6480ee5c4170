import { openDeskChannel, type DeskChannel } from './desk-channel.ts'
import { DeskEntries, type DeskTaken } from './desk-entries.ts'
import type { DeskChange, DeskEntry, DeskEntryOf, DeskKind, DeskValues } from './desk-entry.ts'
import { DeskStorage, type DeskTrouble } from './desk-storage.ts'
import { chooseNewer } from './merge-entries.ts'
import type { MarkPack } from './mark-pack.ts'
import type { DeskDatabase } from './open-desk-database.ts'
import { readVisited, removeVisited } from './visited-key.ts'

/** A change that was made. */
export interface DeskChanged {
  /** What takes it back, as a change of its own. */
  undo: readonly DeskChange[]
  /** Resolves when it is stored, or cannot be: then it lasts as long as the page, see `Desk.tellTrouble`. */
  stored: Promise<void>
}

/** What was taken over from another device. */
interface DeskMerged {
  /** The entries that are other ones now. */
  taken: readonly DeskTaken[]
  /** As that of a change. */
  stored: Promise<void>
}

interface DeskOptions {
  /** The site's folder on its host. */
  base: string
  /** Tells the time, milliseconds since 1970. */
  now: () => number
  /** Whether reading may leave traces: without that what an older version knew of it is dropped. */
  hasTraces: boolean
}

/**
 * What somebody keeps of a site on this device: marks, saved posts, lists, places, notes. All of it is in memory while a page
 * is open; each change is there at once, in other windows a moment later, and then in a database. Ids name posts, as they
 * survive every build. `openSiteDesk` in `data/desk` makes the one of a page.
 */
export class Desk {
  readonly #now: () => number
  readonly #channel: DeskChannel
  readonly #storage: DeskStorage
  readonly #entries = new DeskEntries()
  readonly #listeners = new Set<() => void>()
  #isTold = false
  #revision = 0
  #broken = 0

  private constructor({ base, now }: DeskOptions) {
    this.#now = now
    const take = (entries: readonly DeskEntry[]) => this.#take(entries)
    this.#storage = new DeskStorage(base, {
      onRead: ({ entries, packs, broken }) => {
        this.#broken = broken
        for (const pack of packs) this.#entries.takePack(pack)
        take(entries)
        if (packs.length > 0) this.#announce()
      },
      onNewer: take,
      onDeleted: () => {
        this.#broken = 0
        this.#drop(() => true)
      },
    })
    this.#channel = openDeskChannel(base, {
      onEntries: take,
      onErased: () => void this.#readAnew(),
    })
  }

  /** Opens a desk and reads it, where there is one. Where the browser refuses, it is empty and lasts as long as the page. */
  static async open(options: DeskOptions): Promise<Desk> {
    const desk = new Desk(options)
    await desk.#storage.read()
    await desk.#takeVisited(options.hasTraces)
    return desk
  }

  /** How many stored entries could not be read. */
  get broken(): number {
    return this.#broken
  }

  /** The value of an entry; `undefined` where there is none, or no more. */
  get<K extends DeskKind>(kind: K, id: string): DeskValues[K] | undefined {
    return this.#entries.get(kind, id)?.value
  }

  /** All entries of a kind that have a value. */
  list<K extends DeskKind>(kind: K): DeskEntryOf<K>[] {
    const found: DeskEntryOf<K>[] = []
    for (const entry of this.#entries.of(kind)) if (entry.value !== undefined) found.push(entry)
    return found
  }

  /** All marks packed by month, also those that were removed: a filter that asks for all needs no object of each. */
  listMarkPacks(): MarkPack[] {
    return this.#entries.listPacks()
  }

  /** A number that grows with every change, by whomever. */
  readonly readRevision = (): number => this.#revision

  /** Calls a listener after every change. @returns what unsubscribes it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Makes changes, all of them at once and in one transaction. */
  change(changes: readonly DeskChange[]): DeskChanged {
    const undo: DeskChange[] = []
    const entries = changes.map((change): DeskEntry => {
      const before = this.#entries.find(change)
      undo.push(before ?? { ...change, value: undefined })
      // A clock that goes back must not undo what somebody has just done.
      return { ...change, at: Math.max(this.#now(), (before?.at ?? 0) + 1) }
    })
    this.#take(entries)
    this.#channel.sendEntries(entries)
    return { undo, stored: this.#storage.write(entries) }
  }

  /** All entries, also those that were removed: what another device is told. */
  listAll(): DeskEntry[] {
    return this.#entries.all()
  }

  /** Those of some entries of another device that would change something here. */
  listNewer(entries: readonly DeskEntry[]): DeskEntry[] {
    return entries.filter((entry) => {
      const known = this.#entries.find(entry)
      return known === undefined || chooseNewer(known, entry) !== known
    })
  }

  /** Takes over entries of another device, each where it is newer than what is here. */
  merge(entries: readonly DeskEntry[]): DeskMerged {
    const newer = this.listNewer(entries)
    const taken = newer.map((entry) => ({ entry, before: this.#entries.find(entry) }))
    this.#take(newer)
    this.#channel.sendEntries(newer)
    return { taken, stored: this.#storage.write(newer) }
  }

  /**
   * Takes back a merge as if it had never been: entries have their former states and times, so that the same file could be
   * merged again. What was changed since then stays.
   */
  async restore(taken: readonly DeskTaken[]): Promise<void> {
    for (const one of taken) this.#entries.restore(one)
    this.#announce()
    await this.#storage.restore(taken)
    this.#channel.sendErased()
  }

  /**
   * Takes entries out as if they had never been there; another device that still has them would bring them back.
   * @throws DOMException or TypeError where the browser refuses: then the database still has them.
   */
  async erase(isErased: (entry: DeskEntry) => boolean): Promise<void> {
    this.#drop(isErased)
    await this.#storage.erase(isErased)
    this.#channel.sendErased()
  }

  /** Why changes are not stored, for whoever asks first: it is said once. `undefined` = there is nothing new to say. */
  tellTrouble(): DeskTrouble | undefined {
    if (this.#isTold) return undefined
    this.#isTold = this.#storage.trouble !== undefined
    return this.#storage.trouble
  }

  /** The open database, for what is cached beside the entries. @throws DOMException or TypeError where the browser refuses. */
  async connect(): Promise<DeskDatabase> {
    return this.#storage.connect()
  }

  /** Lets go of the other windows. */
  close(): void {
    this.#channel.close()
  }

  async #takeVisited(hasTraces: boolean): Promise<void> {
    const visited = hasTraces ? readVisited() : []
    this.#take(visited)
    if (visited.length > 0) await this.#storage.write(visited)
    // Where it could not be written it stays for the next time.
    if (this.#storage.trouble === undefined) removeVisited()
  }

  async #readAnew(): Promise<void> {
    this.#drop(() => true)
    await this.#storage.read()
  }

  #take(entries: readonly DeskEntry[]): void {
    let isChanged = false
    for (const entry of entries) isChanged = this.#entries.take(entry) || isChanged
    if (isChanged) this.#announce()
  }

  #drop(isDropped: (entry: DeskEntry) => boolean): void {
    this.#entries.drop(isDropped)
    this.#announce()
  }

  #announce(): void {
    this.#revision++
    for (const listener of this.#listeners) listener()
  }
}
