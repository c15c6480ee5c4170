/** What a full store throws. */
export const fullStore = () => new DOMException('no room', 'QuotaExceededError')

/** A cache of the browser in memory, for addresses below one folder. It can be full. */
class MemoryCache {
  readonly entries = new Map<string, Response>()
  readonly #store: MemoryCaches

  constructor(store: MemoryCaches) {
    this.#store = store
  }

  match(asked: string | Request): Promise<Response | undefined> {
    const path = toPath(typeof asked === 'string' ? asked : asked.url)
    return Promise.resolve(this.entries.get(path)?.clone())
  }

  async put(path: string, answer: Response): Promise<void> {
    const bytes = (await answer.clone().arrayBuffer()).byteLength
    const others = await this.#store.sum(toPath(path))
    if (others + bytes > this.#store.room) throw fullStore()
    this.entries.set(toPath(path), answer)
  }

  delete(path: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(toPath(path)))
  }

  keys(): Promise<Request[]> {
    return Promise.resolve(
      [...this.entries.keys()].map((path) => new Request(`https://archive.example${path}`)),
    )
  }
}

/** The caches of a browser in memory, with room for so many bytes. */
export class MemoryCaches {
  room = Infinity
  readonly #caches = new Map<string, MemoryCache>()

  open(name: string): Promise<Cache> {
    const cache = this.#caches.get(name) ?? new MemoryCache(this)
    this.#caches.set(name, cache)
    return Promise.resolve(cache as unknown as Cache)
  }

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.has(name))
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name))
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()])
  }

  /** Paths of everything that is kept, sorted. */
  list(): string[] {
    const paths: string[] = []
    for (const { entries } of this.#caches.values()) paths.push(...entries.keys())
    return paths.toSorted()
  }

  /** Bytes of everything but one path. */
  async sum(except?: string): Promise<number> {
    let sum = 0
    for (const { entries } of this.#caches.values()) {
      for (const [path, answer] of entries) {
        if (path !== except) sum += (await answer.clone().arrayBuffer()).byteLength
      }
    }
    return sum
  }
}

function toPath(address: string): string {
  const { pathname, search } = new URL(address, 'https://archive.example')
  return pathname + search
}
