import * as v from 'valibot'

const mostEntries = 40

type SomeStorage = Pick<Storage, 'getItem' | 'setItem'>

interface MemoryOptions<T> {
  /** Key in the storage. */
  name: string
  /** Shape of what is remembered: the storage may hold anything. */
  shape: v.GenericSchema<unknown, T>
  storage: () => SomeStorage
}

/** What the reader remembers of history entries. It survives reloads and lasts as long as the tab. */
export class EntryMemory<T> {
  readonly #options: MemoryOptions<T>
  readonly #entries: Map<string, T>

  constructor(options: MemoryOptions<T>) {
    this.#options = options
    this.#entries = new Map(readStored(options))
    // Forgotten by whoever reads: see `data/stored/remove-stored.ts`.
    globalThis.window?.addEventListener('storage', ({ key }) => {
      if (key === options.name) this.#entries.clear()
    })
  }

  /** What is remembered of a history entry. */
  recall(entryKey: string): T | undefined {
    return this.#entries.get(entryKey)
  }

  /**
   * Remembers something of an entry and drops the oldest entry from storage. When storage is blocked, it lasts until the
   * next reload.
   */
  remember(entryKey: string, value: T): void {
    this.#entries.delete(entryKey)
    this.#entries.set(entryKey, value)
    const newest = [...this.#entries].slice(-mostEntries)
    try {
      this.#options.storage().setItem(this.#options.name, JSON.stringify(newest))
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
    }
  }
}

function readStored<T>({ name, shape, storage }: MemoryOptions<T>): [string, T][] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(name) ?? '[]')
    const result = v.safeParse(v.array(v.tuple([v.string(), shape])), stored)
    return result.success ? result.output : []
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return []
    if (error instanceof TypeError) return []
    throw error
  }
}

interface Entry {
  /** The router's key, `default` for entries that it did not make. */
  key: string
  pathname: string
  search: string
  hash: string
}

/**
 * Names a history entry. Entries that the router did not make, such as the first one of a tab, all have the same key, so
 * they are told apart by their addresses.
 */
export function toEntryKey({ key, pathname, search, hash }: Entry): string {
  return key === 'default' ? `default ${pathname}${search}${hash}` : key
}
