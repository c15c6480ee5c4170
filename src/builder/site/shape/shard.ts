import type { PackPlace } from './pack.ts'

/** Small enough that a thin filter, whose every row lies in another shard, still opens with 60 KB. */
export const rowsPerShard = 16

/**
 * Packs never cross a stretch, so that a change reaches no further; longer than a shard, so that short bodies still
 * fill their packs. A whole number of shards.
 */
export const rowsPerStretch = 64

/** Consecutive rows, as JSON each, and the packs that hold their bodies. */
export interface ShardRows {
  firstOrdinal: number
  rows: Uint8Array[]
  packs: PackPlace[]
}

/** Cuts the rows of one stretch into shards, each with the packs that reach into it. */
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
