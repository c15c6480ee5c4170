import type { QueryClient } from '@tanstack/react-query'
import type { Manifest } from '#contract/manifest.ts'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import {
  emptySelection,
  listSelection,
  toOrdinals,
  type Selection,
} from '#core/selection/selection.ts'
import { findPostsById } from '#reader/data/archive/find-posts.ts'
import { findLoadedPosts, findShardHash, toShardPlace } from '#reader/data/archive/shard-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import { listMarkedIds, type MarkPack } from '#reader/storage/desk/mark-pack.ts'
import {
  isListedIn,
  readSeenRow,
  type RowPack,
  type SeenRow,
} from '#reader/storage/desk/row-pack.ts'
import { readSeenRows, writeSeenRows } from '#reader/storage/desk/seen-rows.ts'
import { SeenOrdinals } from './seen-ordinals.ts'

/** Posts that the desk knows, in this archive. */
export interface DeskPosts {
  selection: Selection
  /** Ids of posts that the archive does not have. */
  missing: PostId[]
}

/** Posts whose ids were asked for in an order. */
export interface OrderedPosts extends DeskPosts {
  /** The same posts in that order; one that has two ids comes twice. */
  ordinals: Uint32Array
}

/**
 * Finds posts by their ids as `findPostsById` does, without a request for those whose rows were seen in a shard that is still
 * there: its name is the hash of its bytes, so that it has the same rows. A page reads once what was seen before.
 */
export class DeskPostFinder {
  readonly #client: QueryClient
  readonly #desk: Desk
  #seen: Promise<SeenOrdinals> | undefined

  constructor(client: QueryClient, desk: Desk) {
    this.#client = client
    this.#desk = desk
  }

  /** @throws DataError when a shard could not be loaded. */
  async find(ids: readonly PostId[]): Promise<OrderedPosts> {
    if (ids.length === 0)
      return { selection: emptySelection, ordinals: new Uint32Array(), missing: [] }
    const manifest = await this.#client.ensureQueryData(manifestQuery())
    const seen = await this.#openSeen(manifest)
    const unseen = ids.filter((id) => !seen.has(id))
    if (unseen.length > 0) await this.#lookUp(unseen, manifest, seen)
    const ordinals = new Uint32Array(ids.length)
    const missing: PostId[] = []
    let length = 0
    for (const id of ids) {
      const ordinal = seen.get(id)
      if (ordinal === undefined) missing.push(id)
      else ordinals[length++] = ordinal
    }
    const found = ordinals.subarray(0, length)
    return { selection: toSelection(found.slice()), ordinals: found, missing }
  }

  /** The same for all posts that have a mark. @throws DataError when a shard could not be loaded. */
  async findMarked(packs: readonly MarkPack[]): Promise<DeskPosts> {
    const seen = await this.#openSeen(await this.#client.ensureQueryData(manifestQuery()))
    const months: ArrayLike<number>[] = []
    const others: PostId[] = []
    for (const pack of packs) {
      const ids = listMarkedIds(pack)
      const ordinals = seen.findMonth(pack.month, ids)
      if (ordinals !== undefined) months.push(ordinals)
      else for (const id of ids.split(' ').map(parsePostId)) if (id) others.push(id)
    }
    const { selection, missing } = await this.find(others)
    return { selection: toSelection(join([...months, toOrdinals(selection)])), missing }
  }

  async #openSeen(manifest: Manifest): Promise<SeenOrdinals> {
    this.#seen ??= this.#readSeen(manifest)
    try {
      return await this.#seen
    } catch (error) {
      this.#seen = undefined
      throw error
    }
  }

  /** The rows that were seen and are still where they were. */
  async #readSeen(manifest: Manifest): Promise<SeenOrdinals> {
    const seen = new SeenOrdinals()
    for (const pack of await readStored(this.#desk)) {
      const gone = new Set<number>()
      for (let at = 0; at < pack.ordinals.length; at++) {
        if (isListed(pack, at, manifest)) continue
        if (!(await this.#isThere(readSeenRow(pack, at), manifest))) gone.add(at)
      }
      if (gone.size === 0) seen.setMonth(pack.month, pack.ids, pack.ordinals)
      else {
        const isLeft = (_: unknown, at: number) => !gone.has(at)
        const ids = pack.ids.split(' ').filter(isLeft)
        if (ids.length > 0) seen.setMonth(pack.month, ids.join(' '), pack.ordinals.filter(isLeft))
      }
    }
    return seen
  }

  async #isThere(
    { ordinal, file }: Omit<SeenRow, 'id'>,
    { buildId, timeline }: Manifest,
  ): Promise<boolean> {
    if (ordinal === undefined) return file === buildId
    if (ordinal >= timeline.rows) return false
    const shard = toShardNumber(ordinal, timeline.rowsPerShard)
    return (await findShardHash(this.#client, shard)) === file
  }

  async #lookUp(
    ids: readonly PostId[],
    { buildId, timeline }: Manifest,
    seen: SeenOrdinals,
  ): Promise<void> {
    // Whoever marks a post mostly has its row on the screen.
    const loaded = findLoadedPosts(this.#client, ids)
    const { posts } = await findPostsById(
      this.#client,
      ids.filter((id) => !loaded.has(id)),
    )
    const rows: SeenRow[] = []
    for (const id of ids) {
      const ordinal = loaded.get(id) ?? posts.get(id)?.ordinal
      if (ordinal === undefined) rows.push({ id, file: buildId })
      else {
        const shard = toShardNumber(ordinal, timeline.rowsPerShard)
        const place = toShardPlace(timeline, shard)
        const directory = place?.in === 'directory' ? place.hash : undefined
        rows.push({ id, ordinal, file: await findShardHash(this.#client, shard), directory })
      }
    }
    for (const { id, ordinal } of rows) seen.add(id, ordinal)
    // Without it they are looked up again by the next page.
    await this.#desk.connect().then(
      (database) => writeSeenRows(database, rows),
      () => undefined,
    )
  }
}

async function readStored(desk: Desk): Promise<RowPack[]> {
  try {
    return await readSeenRows(await desk.connect())
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return []
    throw error
  }
}

/** Whether a directory that is still there lists the shard of a row: it has not to be fetched for that. */
function isListed(pack: RowPack, at: number, { timeline }: Manifest): boolean {
  const shard = toShardNumber(pack.ordinals[at] ?? 0, timeline.rowsPerShard)
  const listed = timeline.directories[Math.floor(shard / timeline.shardsPerDirectory)]
  return listed !== undefined && isListedIn(pack, at, listed)
}

function join(lists: readonly ArrayLike<number>[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let length = 0
  for (const list of lists) {
    all.set(list, length)
    length += list.length
  }
  return all
}

/** Ordinals in any order, some of them perhaps twice. */
function toSelection(ordinals: Uint32Array): Selection {
  ordinals.sort()
  let length = 0
  let last = -1
  for (const ordinal of ordinals) {
    if (ordinal !== last) ordinals[length++] = ordinal
    last = ordinal
  }
  return listSelection(ordinals.slice(0, length))
}
