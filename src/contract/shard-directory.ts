import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { fileHash } from './shapes.ts'

const directoryShape = v.object({
  /** Hashes of consecutive shards, `timeline.shardsPerDirectory` of them. */
  shards: v.array(fileHash),
})

/**
 * A full directory: the hashes of the shards of an older part of the archive. Those of the newest part are in the
 * manifest.
 */
export type ShardDirectory = v.InferOutput<typeof directoryShape>

/** @throws ContractError when the shape is wrong. */
export function parseShardDirectory(value: unknown): ShardDirectory {
  return parseShape(directoryShape, 'shard directory', value)
}
