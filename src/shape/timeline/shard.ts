import type { PackPlace } from './pack.ts'

/** Small enough that the first page of a sparse filter, with every row in a different shard, still loads with 60 KB. */
export const rowsPerShard = 16

/** Number of shards in a full directory. */
export const shardsPerDirectory = 512

/**
 * Packs never cross the end of a stretch, so a change rewrites one stretch only. Longer than a shard, so that short
 * bodies still fill their packs; a whole number of shards.
 */
export const rowsPerStretch = 64

/** Consecutive rows, each as JSON, and the packs that hold their bodies. */
export interface ShardRows {
  firstOrdinal: number
  rows: Uint8Array[]
  packs: PackPlace[]
}

/** Splits the rows of one stretch into shards, each with the packs that overlap it. */
export function buildShards(
  firstOrdinal: number,
  rows: Uint8Array[],
  packs: PackPlace[],
): ShardRows[] {
  const shards: ShardRows[] = []
  for (let at = 0; at < rows.length; at += rowsPerShard) {
    const first = firstOrdinal + at
    const shardRows = rows.slice(at, at + rowsPerShard)
    const reaching = packs.filter(
      (pack, number) =>
        pack.firstOrdinal < first + shardRows.length &&
        (packs[number + 1]?.firstOrdinal ?? Infinity) > first,
    )
    shards.push({ firstOrdinal: first, rows: shardRows, packs: reaching })
  }
  return shards
}
