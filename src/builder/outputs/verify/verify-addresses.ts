import type { Manifest } from '#contract/manifest.ts'
import {
  parseOldAddressBucket,
  parseOldAddressRoot,
  toBucketNumber,
} from '#contract/old-addresses-file.ts'
import type { VerifiedReader } from '#builder/site/verify/verified-reader.ts'

/** Every old address must lie where the reader looks for it, and lead to a post that is there. */
export async function verifyAddresses(
  { oldAddresses, timeline }: Manifest,
  reader: VerifiedReader,
): Promise<string[]> {
  if (oldAddresses === undefined) return []
  const root = await reader.json('addresses', oldAddresses, parseOldAddressRoot)
  const { buckets = [] } = root ?? {}
  const faults: string[] = []
  for (const [at, hash] of buckets.entries()) {
    const bucket = await reader.json('addresses', hash, parseOldAddressBucket)
    for (const [key, ordinal] of bucket?.posts ?? []) {
      const isFound = toBucketNumber(key, buckets.length) === at
      if (!isFound) faults.push(`old addresses ${hash}: "${key}" is never looked for there`)
      if (ordinal >= timeline.rows)
        faults.push(`old addresses ${hash}: there is no post ${ordinal}`)
    }
  }
  return faults
}
