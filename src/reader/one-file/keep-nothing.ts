/** A storage that lasts as long as the page. */
class MemoryStorage implements Storage {
  readonly #entries = new Map<string, string>()
  get length(): number {
    return this.#entries.size
  }
  key(at: number): string | null {
    return [...this.#entries.keys()][at] ?? null
  }
  getItem(key: string): string | null {
    return this.#entries.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.#entries.set(key, value)
  }
  removeItem(key: string): void {
    this.#entries.delete(key)
  }
  clear(): void {
    this.#entries.clear()
  }
}

/** No host hears of what is read in a file before somebody asks for its pictures. */
const firstSettings = { articlePictures: 'ask' }

/**
 * Keeps everything that the reader remembers in memory only. Chromium gives all files that are opened from disk one
 * storage: any other page on this disk could read what was visited and searched for.
 */
export function keepNothing(): void {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(globalThis, name, { value: new MemoryStorage() })
  }
  localStorage.setItem('broadsheet.settings', JSON.stringify(firstSettings))
}
