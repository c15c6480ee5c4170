import type { QueryClient } from '@tanstack/react-query'
import type { Manifest } from '#contract/manifest.ts'
import { toShardNumber } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { emptySelection, listSelection, type Selection } from '#core/selection/selection.ts'
import { findPostsById } from '#reader/data/archive/find-posts.ts'
import { findShardHash, toShardPlace } from '#reader/data/archive/shard-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import type { SeenRow } from '#reader/storage/desk/row-pack.ts'
import { readSeenRows, writeSeenRows } from '#reader/storage/desk/seen-rows.ts'

/** Posts that the desk knows, in this archive. */
export interface DeskPosts {
  selection: Selection
  /** Ids of posts that the archive does not have. */
  missing: PostId[]
}

/**
 * Finds posts by their ids as `findPostsById` does, without a request for those whose rows were seen in a shard that is still
 * there: its name is the hash of its bytes, so that it has the same rows. A page reads once what was seen before.
 */
export class DeskPostFinder {
  readonly #client: QueryClient
  readonly #desk: Desk
  #seen: Promise<Map<string, SeenRow>> | undefined

  constructor(client: QueryClient, desk: Desk) {
    this.#client = client
    this.#desk = desk
  }

  /** @throws DataError when a shard could not be loaded. */
  async find(ids: readonly PostId[]): Promise<DeskPosts> {
    if (ids.length === 0) return { selection: emptySelection, missing: [] }
    const manifest = await this.#client.ensureQueryData(manifestQuery())
    const seen = await this.#openSeen(manifest)
    const unseen = ids.filter((id) => !seen.has(id))
    if (unseen.length > 0) await this.#lookUp(unseen, manifest, seen)
    const ordinals = new Uint32Array(ids.length)
    const missing: PostId[] = []
    let length = 0
    for (const id of ids) {
      const ordinal = seen.get(id)?.ordinal
      if (ordinal === undefined) missing.push(id)
      else ordinals[length++] = ordinal
    }
    return { selection: listSelection(toUnique(ordinals.subarray(0, length).sort())), missing }
  }

  async #openSeen(manifest: Manifest): Promise<Map<string, SeenRow>> {
    this.#seen ??= this.#readSeen(manifest)
    try {
      return await this.#seen
    } catch (error) {
      this.#seen = undefined
      throw error
    }
  }

  /** The rows that were seen and are still where they were. */
  async #readSeen(manifest: Manifest): Promise<Map<string, SeenRow>> {
    const seen = await readStored(this.#desk)
    for (const row of seen.values()) {
      if (isListed(row, manifest)) continue
      if (!(await this.#isThere(row, manifest))) seen.delete(row.id)
    }
    return seen
  }

  async #isThere({ ordinal, file }: SeenRow, { buildId, timeline }: Manifest): Promise<boolean> {
    if (ordinal === undefined) return file === buildId
    if (ordinal >= timeline.rows) return false
    const shard = toShardNumber(ordinal, timeline.rowsPerShard)
    return (await findShardHash(this.#client, shard)) === file
  }

  async #lookUp(
    ids: readonly PostId[],
    { buildId, timeline }: Manifest,
    seen: Map<string, SeenRow>,
  ): Promise<void> {
    const { posts } = await findPostsById(this.#client, ids)
    const rows: SeenRow[] = []
    for (const id of ids) {
      const ordinal = posts.get(id)?.ordinal
      if (ordinal === undefined) rows.push({ id, file: buildId })
      else {
        const shard = toShardNumber(ordinal, timeline.rowsPerShard)
        const place = toShardPlace(timeline, shard)
        const directory = place?.in === 'directory' ? place.hash : undefined
        rows.push({ id, ordinal, file: await findShardHash(this.#client, shard), directory })
      }
    }
    for (const row of rows) seen.set(row.id, row)
    // Without it they are looked up again by the next page.
    await this.#desk.connect().then(
      (database) => writeSeenRows(database, rows),
      () => undefined,
    )
  }
}

async function readStored(desk: Desk): Promise<Map<string, SeenRow>> {
  try {
    return await readSeenRows(await desk.connect())
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return new Map()
    throw error
  }
}

/** Whether a directory that is still there lists the shard of a row: it has not to be fetched for that. */
function isListed({ ordinal = -1, directory }: SeenRow, { timeline }: Manifest): boolean {
  const shard = toShardNumber(ordinal, timeline.rowsPerShard)
  const listed = timeline.directories[Math.floor(shard / timeline.shardsPerDirectory)]
  return directory !== undefined && listed === directory
}

function toUnique(sorted: Uint32Array): Uint32Array {
  return sorted.filter((ordinal, at) => ordinal !== sorted[at - 1])
}
