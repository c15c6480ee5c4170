import type { DeskEntry, DeskEntryOf, DeskKind } from './desk-entry.ts'
import { FoldedMarks, type EntryMap } from './folded-marks.ts'
import { parseMarkPack, type MarkPack } from './mark-pack.ts'
import { chooseNewer, isSameState } from './merge-entries.ts'

type Entries = { readonly [K in DeskKind]: EntryMap<DeskEntryOf<K>> }

/** An entry that was taken over, and what was there before. */
export interface DeskTaken {
  readonly entry: DeskEntry
  /** Absent = nothing was. */
  readonly before?: DeskEntry | undefined
}

/** The entries of a desk in memory, each in the state that counts. */
export class DeskEntries {
  readonly #marks = new FoldedMarks()
  readonly #all: Entries = {
    mark: this.#marks,
    saved: new Map(),
    list: new Map(),
    'list-item': new Map(),
    'list-note': new Map(),
    place: new Map(),
    note: new Map(),
    foreign: new Map(),
  }

  /** An entry, also one that was removed. */
  get<K extends DeskKind>(kind: K, id: string): DeskEntryOf<K> | undefined {
    return this.#all[kind].get(id)
  }

  /** The state of an entry of any kind. */
  find({ kind, id }: Pick<DeskEntry, 'kind' | 'id'>): DeskEntry | undefined {
    return this.#all[kind].get(id)
  }

  /** All entries of a kind, also those that were removed. */
  of<K extends DeskKind>(kind: K): Iterable<DeskEntryOf<K>> {
    return this.#all[kind].values()
  }

  /** Takes an entry over unless a newer state of it is known. @returns whether that changed something. */
  take<K extends DeskKind>(entry: DeskEntryOf<K>): boolean {
    const entries = this.#all[entry.kind]
    const known = entries.get(entry.id)
    if (known !== undefined && chooseNewer(known, entry) === known) return false
    entries.set(entry.id, entry)
    return true
  }

  /** All entries, also those that were removed. */
  all(): DeskEntry[] {
    const all: DeskEntry[] = []
    for (const entries of Object.values(this.#all)) {
      for (const entry of entries.values()) all.push(entry)
    }
    return all
  }

  /** Gives an entry its former state back, unless it was changed since it was taken. */
  restore({ entry, before }: DeskTaken): void {
    const known = this.find(entry)
    if (known === undefined || !isSameState(known, entry)) return
    this.#all[entry.kind].delete(entry.id)
    if (before !== undefined) this.take(before)
  }

  /** Takes the marks of a stored month over, like entries. */
  takePack(pack: MarkPack): void {
    if (this.#marks.fold(pack)) return
    for (const mark of parseMarkPack(pack).marks) this.take(mark)
  }

  /** All marks, also those that were removed, packed by month. */
  listPacks(): MarkPack[] {
    return this.#marks.listPacks()
  }

  /** Drops entries as if they had never been there. */
  drop(isDropped: (entry: DeskEntry) => boolean): void {
    for (const entries of Object.values(this.#all)) {
      for (const entry of entries.values()) if (isDropped(entry)) entries.delete(entry.id)
    }
  }
}
