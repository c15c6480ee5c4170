import { sha256 } from '@noble/hashes/sha2.js'
import { dataPath } from '#contract/file-names.ts'
import { SearchFormatError } from '#search/bytes/search-format-error.ts'
import { searchArchive } from '#search/engine/search-archive.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'
import { parseRoot, type SearchRoot } from '#search/segment/search-root.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import type { AskedQuery } from './asked-query.ts'
import { BlockCache } from './block-cache.ts'
import { FacetPosts } from './facet-posts.ts'
import { selectNamedDays } from './named-days.ts'
import type { KeptReading } from './kept-texts.ts'
import type { FoundBatch, SearchedArchive } from './search-messages.ts'

/** Size of the block cache, bytes. */
const mostBlockBytes = 32 * 2 ** 20

/** The index of an archive in the worker: root and blocks come over the network, each fetched once while in use. */
export class SearchIndex {
  readonly #archive: SearchedArchive
  readonly #facets: FacetPosts
  readonly #blocks: BlockCache
  #root: Promise<SearchRoot> | undefined
  #cache: RequestCache = 'default'
  #kept: KeptReading | undefined

  constructor(archive: SearchedArchive) {
    const { base } = archive
    this.#archive = archive
    this.#facets = new FacetPosts(archive)
    this.#blocks = new BlockCache(
      (path, request) => fetchBytes(path, { ...request, base, cache: this.#cache }),
      mostBlockBytes,
    )
    // Prefetched; the first search fetches it again if this fails.
    this.#readRoot().catch(() => undefined)
  }

  /**
   * Yields the hits of a query, the newest part of the archive first. When a block is damaged, fetches everything once
   * more past the HTTP cache, where a truncated copy would otherwise stay forever. Where the index cannot be reached,
   * looks through the posts that are kept on this device instead.
   * @throws DataError when a file could not be loaded or stays damaged; the signal's reason when it fires.
   */
  async *search(asked: AskedQuery): AsyncGenerator<FoundBatch> {
    try {
      yield* this.#searchIndex(asked)
    } catch (error) {
      const kept = isOutOfReach(error) ? await this.#openKept() : undefined
      if (kept === undefined) throw error
      asked.signal.throwIfAborted()
      yield* kept.search(asked)
    }
  }

  /** What is kept on this device, to be looked through; `undefined` where nothing is. Its code is kept with it. */
  async #openKept(): ReturnType<KeptReading['open']> {
    const kept = await import('./kept-texts.ts')
    this.#kept ??= new kept.KeptReading(this.#archive, this.#facets)
    return this.#kept.open()
  }

  async *#searchIndex(asked: AskedQuery): AsyncGenerator<SearchBatch> {
    let given = 0
    try {
      for await (const batch of this.#searchOnce(asked)) {
        given++
        yield batch
      }
    } catch (error) {
      if (!(error instanceof SearchFormatError)) throw error
      yield* this.#searchAgain(asked, given)
    }
  }

  async *#searchAgain(asked: AskedQuery, given: number): AsyncGenerator<SearchBatch> {
    this.#blocks.clear()
    this.#root = undefined
    this.#cache = 'reload'
    try {
      let again = 0
      // Batches come in the same order: skip those already yielded.
      for await (const batch of this.#searchOnce(asked)) if (++again > given) yield batch
    } catch (cause) {
      if (!(cause instanceof SearchFormatError)) throw cause
      this.#blocks.clear()
      throw new DataError('corrupt', `search: ${cause.message}`, { cause })
    } finally {
      this.#cache = 'default'
    }
  }

  async *#searchOnce({ query, days, signal }: AskedQuery): AsyncGenerator<SearchBatch> {
    const root = await this.#readRoot()
    signal.throwIfAborted()
    yield* searchArchive(query, {
      root,
      signal,
      // Many small hashes, one after the other: asked of the browser, each would be a promise of its own.
      sha256,
      fetchBlock: (path, request) => this.#blocks.get(path, request),
      selectionOf: (field, value) => this.#facets.find(field, value, signal),
      daysOf: (wanted) => Promise.resolve(selectNamedDays(days, wanted)),
    })
  }

  async #readRoot(): Promise<SearchRoot> {
    const reading = (this.#root ??= this.#fetchRoot())
    try {
      return await reading
    } catch (error) {
      if (this.#root === reading) this.#root = undefined
      throw error
    }
  }

  // Without a search's signal: the search for the next typed letter needs the root too.
  async #fetchRoot(): Promise<SearchRoot> {
    const { root: hash, base } = this.#archive
    const bytes = await fetchBytes(dataPath('search', hash), { hash, base, cache: this.#cache })
    return parseRoot(bytes)
  }
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof DataError && (error.kind === 'offline' || error.kind === 'late')
}
