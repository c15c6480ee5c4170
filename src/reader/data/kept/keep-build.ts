import type { QueryClient } from '@tanstack/react-query'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { eachAtOnce } from '#reader/data/scheduling/each-at-once.ts'
import { siteBase } from '#reader/links/paths.ts'
import { FileKeeper } from './keep-files.ts'
import { FullStoreError, KeptFiles } from '#reader/storage/kept/kept-files.ts'
import {
  listKeptPaths,
  listReadOnly,
  toKeptRecord,
  type KeptListEntry,
  type KeptRecord,
} from '#reader/storage/kept/kept-record.ts'
import { findListParts, findPostParts, type ListPart } from './list-parts.ts'
import { fetchBuildFiles, sharedFilesQuery } from './shared-files.ts'

/** Most bytes of articles that are kept only because they were read. */
export const mostReadBytes = 50_000_000

const filesAtOnce = 6

/** What is to be kept of this page's build. */
export interface WantedKept {
  /** Filters of lists, as address queries. */
  lists: readonly string[]
  /** The list that somebody has just asked for: what is known of it is looked up anew. */
  asked?: string
  /** Ids of articles that were read, the one read last at the end. */
  read: readonly string[]
}

/** How far the keeping of a list is. */
export interface KeepProgress {
  kept: number
  total: number
}

/** How something is kept. */
export interface KeepOptions {
  signal: AbortSignal
  /** Hears of the list that is being kept. */
  onProgress?: (progress: KeepProgress) => void
}

/**
 * Makes a whole record of this page's build, then replaces the one that is shown: readers without a network see the one or
 * the other (A14). Until then, and when it fails, what is shown stays.
 * @throws FullStoreError when the device has no room for what was kept before, or for any post of a new list; DataError and
 * OtherBuildError as the files are fetched; the signal's reason when it fires.
 */
export async function keepBuild(
  client: QueryClient,
  wanted: WantedKept,
  options: KeepOptions,
): Promise<KeptRecord> {
  options.signal.throwIfAborted()
  const files = await KeptFiles.open(siteBase)
  const before = await files.readRecord()
  try {
    const record = await new BuildKeeper(client, { files, before, options }).keep(wanted)
    options.signal.throwIfAborted()
    await files.writeRecord(record)
    return record
  } finally {
    await files.sweep(await files.readRecord())
  }
}

class BuildKeeper {
  readonly #client: QueryClient
  readonly #files: KeptFiles
  readonly #options: KeepOptions
  readonly #before: KeptRecord | undefined
  readonly #keeper: FileKeeper
  #droppingRead: Promise<boolean> | undefined

  constructor(
    client: QueryClient,
    {
      files,
      before,
      options,
    }: { files: KeptFiles; before: KeptRecord | undefined; options: KeepOptions },
  ) {
    this.#client = client
    this.#files = files
    this.#before = before
    this.#options = options
    this.#keeper = new FileKeeper(files, before?.sizes ?? {}, options.signal)
  }

  async keep({ lists, asked, read }: WantedKept): Promise<KeptRecord> {
    const { buildId: build } = await this.#client.ensureQueryData(manifestQuery())
    const same = this.#before?.build === build ? this.#before : undefined
    const shared = same?.shared ?? (await this.#keepShared())
    const keptLists: KeptListEntry[] = []
    for (const query of lists) {
      const known = same?.lists.find((list) => list.query === query)
      const isKnown = known !== undefined && query !== asked
      keptLists.push(isKnown ? known : await this.#keepList(query))
    }
    const parts = { build, shared, lists: keptLists, read: [] }
    // What was dropped to make room for a list is not fetched again.
    const isRoomy = (await this.#droppingRead) !== true
    const known = new Map(same?.read.map((entry) => [entry.id, entry]))
    const kept = isRoomy ? await this.#keepRead(read, known, listKeptPaths(parts)) : []
    return toKeptRecord({ ...parts, read: kept }, this.#keeper.sizes)
  }

  async #keepShared(): Promise<string[]> {
    const own = await fetchBuildFiles(this.#client, this.#options.signal)
    for (const file of own) await this.#withRoom(() => this.#keeper.put(file))
    const { files } = await this.#client.ensureQueryData(sharedFilesQuery())
    const paths = files.map(([path]) => path)
    await eachAtOnce(paths, filesAtOnce, (path) => this.#keepFile(path))
    return [...own.map(({ path }) => path), ...paths]
  }

  async #keepList(query: string): Promise<KeptListEntry> {
    const { signal, onProgress } = this.#options
    const parts = await findListParts(this.#client, query, signal)
    const total = parts.reduce((sum, { posts }) => sum + posts, 0)
    const files = new Set<string>()
    let kept = 0
    let isFull = false
    await this.#withRoom(() => this.#files.reserveRecord(this.#countFiles(parts)))
    onProgress?.({ kept, total })
    const keepPart = async (part: ListPart) => {
      if (isFull) return
      isFull = !(await this.#fits(part.files.map(({ path }) => path)))
      if (isFull) return
      for (const { path } of part.files) files.add(path)
      kept += part.posts
      onProgress?.({ kept, total })
    }
    await eachAtOnce(parts, filesAtOnce, keepPart)
    const old = this.#before?.lists.find((list) => list.query === query)
    if (kept < Math.min(old?.kept ?? 1, total)) throw new FullStoreError('no room for a list')
    return { query, posts: total, kept, files: [...files] }
  }

  #countFiles(parts: readonly ListPart[]): number {
    const more = new Set(parts.flatMap(({ files }) => files.map(({ path }) => path)))
    return Object.keys(this.#keeper.sizes).length + more.size
  }

  /** The articles that were read, those read last first, as far as their bound allows. */
  async #keepRead(
    ids: readonly string[],
    known: ReadonlyMap<string, KeptRecord['read'][number]>,
    others: ReadonlySet<string>,
  ): Promise<KeptRecord['read']> {
    const read: KeptRecord['read'] = []
    const counted = new Set(others)
    let bytes = 0
    for (const text of [...ids].reverse()) {
      const id = parsePostId(text)
      if (id === undefined) continue
      const files = await this.#keepPost(id, known.get(id)?.files)
      if (files === undefined) continue
      for (const path of files) {
        if (!counted.has(path)) bytes += this.#keeper.sizes[path] ?? 0
        counted.add(path)
      }
      if (bytes > mostReadBytes) break
      read.unshift({ id, files })
      // Those before it have just made room for this one.
      if ((await this.#droppingRead) === true) break
    }
    return read
  }

  /** Files of an article, which may be known; `undefined` where the archive has it no more, or there is no room. */
  async #keepPost(id: PostId, known?: string[]): Promise<string[] | undefined> {
    const paths = known ?? (await this.#findPaths(id))
    return paths.length > 0 && (await this.#fits(paths)) ? paths : undefined
  }

  async #findPaths(id: PostId): Promise<string[]> {
    const parts = await findPostParts(this.#client, id, this.#options.signal)
    return parts.flatMap(({ files }) => files.map(({ path }) => path))
  }

  async #fits(paths: readonly string[]): Promise<boolean> {
    // All of them come to an end: what is written after a failure would stay behind.
    const kept = await Promise.allSettled(paths.map((path) => this.#keepFile(path)))
    const failures = kept.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    )
    const other = failures.find((failure) => !(failure instanceof FullStoreError))
    if (other !== undefined) throw other
    return failures.length === 0
  }

  #keepFile(path: string): Promise<void> {
    return this.#withRoom(() => this.#keeper.keep(path))
  }

  /** What was only read gives way to what was asked for. */
  async #withRoom(keep: () => Promise<void>): Promise<void> {
    try {
      await keep()
    } catch (error) {
      if (!(error instanceof FullStoreError)) throw error
      if (!(await (this.#droppingRead ??= this.#dropRead()))) throw error
      await keep()
    }
  }

  async #dropRead(): Promise<boolean> {
    const before = this.#before
    if (before === undefined || before.read.length === 0) return false
    await this.#files.writeRecord(toKeptRecord({ ...before, read: [] }, before.sizes))
    for (const path of listReadOnly(before)) {
      // Not what the new record has taken over by now.
      if (this.#keeper.drop(path)) await this.#files.remove(path)
    }
    return true
  }
}
