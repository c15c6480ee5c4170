import type { BlockRequest } from '#search/engine/search-source.ts'

/** Fetches a block of the index, proven. */
export type FetchBlock = (path: string, request: BlockRequest) => Promise<Uint8Array>

interface Pending {
  bytes: Promise<Uint8Array>
  abort: AbortController
  waiting: number
}

/**
 * Caches fetched blocks up to a number of bytes and evicts the least recently used. Requests for a block in flight are
 * deduplicated; the fetch is aborted when its last caller aborts.
 */
export class BlockCache {
  readonly #fetch: FetchBlock
  readonly #mostBytes: number
  // A map keeps insertion order: the first entry is the least recently used.
  readonly #blocks = new Map<string, Uint8Array>()
  readonly #pending = new Map<string, Pending>()
  #bytes = 0

  constructor(fetch: FetchBlock, mostBytes: number) {
    this.#fetch = fetch
    this.#mostBytes = mostBytes
  }

  /**
   * Returns the bytes of a block, from memory if possible.
   * @throws whatever the fetch throws; the signal's reason when it fires.
   */
  async get(path: string, request: BlockRequest): Promise<Uint8Array> {
    const { signal } = request
    signal.throwIfAborted()
    const known = this.#blocks.get(path)
    if (known !== undefined) {
      this.#keep(path, known)
      return known
    }
    const pending = this.#pending.get(path) ?? this.#start(path, request)
    return this.#wait(pending, signal)
  }

  /** Evicts everything. Used after a damaged block: only the code that reads blocks knows which one it was. */
  clear(): void {
    this.#blocks.clear()
    this.#bytes = 0
  }

  #start(path: string, { isProven }: BlockRequest): Pending {
    const abort = new AbortController()
    const bytes = this.#fetch(path, { isProven, signal: abort.signal })
      .then((block) => {
        this.#keep(path, block)
        return block
      })
      .finally(() => {
        if (this.#pending.get(path) === pending) this.#pending.delete(path)
      })
    const pending: Pending = { bytes, abort, waiting: 0 }
    // Every caller may have aborted: the rejection must not count as unhandled.
    bytes.catch(() => undefined)
    this.#pending.set(path, pending)
    return pending
  }

  async #wait(pending: Pending, signal: AbortSignal): Promise<Uint8Array> {
    pending.waiting++
    const leaving = new AbortController()
    const left = new Promise<never>((_, reject) => {
      const leave = () => {
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', leave, { once: true, signal: leaving.signal })
    })
    try {
      return await Promise.race([pending.bytes, left])
    } finally {
      leaving.abort()
      pending.waiting--
      if (pending.waiting === 0 && signal.aborted) this.#abortFetch(pending)
    }
  }

  #abortFetch(pending: Pending): void {
    for (const [path, other] of this.#pending) {
      if (other === pending) this.#pending.delete(path)
    }
    pending.abort.abort()
  }

  #keep(path: string, block: Uint8Array): void {
    const last = this.#blocks.get(path)
    this.#blocks.delete(path)
    this.#blocks.set(path, block)
    this.#bytes += block.length - (last?.length ?? 0)
    for (const [oldest, { length }] of this.#blocks) {
      if (this.#bytes <= this.#mostBytes || oldest === path) return
      this.#blocks.delete(oldest)
      this.#bytes -= length
    }
  }
}
