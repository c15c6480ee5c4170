import * as v from 'valibot'
import { parseOldAddressKey, type OldAddressKey } from '#core/address/old-address.ts'
import { parseShape } from './contract-error.ts'
import { count, fileHash } from './shapes.ts'

const rootShape = v.object({
  /** Files with the addresses. An address is in the one that `toBucketNumber` of core selects. */
  buckets: v.pipe(v.array(fileHash), v.minLength(1)),
})

const oldAddressKey = v.custom<OldAddressKey>(
  (value) => parseOldAddressKey(value) !== undefined,
  'old address',
)

const bucketShape = v.object({
  /** Keys of old addresses (`toOldAddressKey`) and the ordinals of their posts, sorted by ordinal. */
  posts: v.array(v.tuple([oldAddressKey, count])),
})

/** Index of the old addresses that pattern and day do not resolve. Looking one up takes one small file. */
export type OldAddressRoot = v.InferOutput<typeof rootShape>

/** One bucket of old addresses. */
export type OldAddressBucket = v.InferOutput<typeof bucketShape>

/** @throws ContractError when the shape is wrong. */
export function parseOldAddressRoot(value: unknown): OldAddressRoot {
  return parseShape(rootShape, 'old addresses', value)
}

/** @throws ContractError when the shape is wrong. */
export function parseOldAddressBucket(value: unknown): OldAddressBucket {
  return parseShape(bucketShape, 'bucket of old addresses', value)
}
