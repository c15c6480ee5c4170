import * as v from 'valibot'
import { parseOldAddressKey, type OldAddressKey } from '#core/old-address.ts'
import { toTextDigest } from '#core/text-digest.ts'
import { parseShape } from './contract-error.ts'
import { count, fileHash } from './shapes.ts'

const rootShape = v.object({
  /** Files with the addresses; an address lies in the one that `toBucketNumber` names. */
  buckets: v.pipe(v.array(fileHash), v.minLength(1)),
})

const oldAddressKey = v.custom<OldAddressKey>(
  (value) => parseOldAddressKey(value) !== undefined,
  'old address',
)

const bucketShape = v.object({
  /** Old addresses as `toOldAddressKey` names them, and the ordinals of their posts; by ordinal. */
  posts: v.array(v.tuple([oldAddressKey, count])),
})

/** Where old addresses lie that pattern and day do not lead to: one small file is asked for an address. */
export type OldAddressRoot = v.InferOutput<typeof rootShape>

/** Some old addresses. */
export type OldAddressBucket = v.InferOutput<typeof bucketShape>

/** @throws ContractError when the shape is wrong. */
export function parseOldAddressRoot(value: unknown): OldAddressRoot {
  return parseShape(rootShape, 'old addresses', value)
}

/** @throws ContractError when the shape is wrong. */
export function parseOldAddressBucket(value: unknown): OldAddressBucket {
  return parseShape(bucketShape, 'bucket of old addresses', value)
}

/** Which of so many buckets holds an address. */
export function toBucketNumber(key: OldAddressKey, buckets: number): number {
  return toTextDigest(key) % buckets
}
