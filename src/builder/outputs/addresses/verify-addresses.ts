import type { Manifest } from '#contract/manifest.ts'
import { parseOldAddressBucket, parseOldAddressRoot } from '#contract/old-addresses-file.ts'
import { toBucketNumber } from '#core/address/old-address.ts'
import { isRedirectPath } from '#builder/site/write/redirect-path.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { verifyPageGuards } from '#builder/site/verify/verify-page-guards.ts'

/** Every old address is in the bucket in which the reader looks it up, and leads to a post of the site. */
export async function verifyAddresses(
  { oldAddresses, timeline }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  // A redirect page may have any name: it is a page that no output checked so far.
  const faults = await verifyPageGuards(site, isRedirectPath)
  if (oldAddresses === undefined) return faults
  const root = await site.readJson('addresses', oldAddresses, parseOldAddressRoot)
  const { buckets = [] } = root ?? {}
  for (const [at, hash] of buckets.entries()) {
    const bucket = await site.readJson('addresses', hash, parseOldAddressBucket)
    for (const [key, ordinal] of bucket?.posts ?? []) {
      const isFound = toBucketNumber(key, buckets.length) === at
      if (!isFound) faults.push(`old addresses ${hash}: "${key}" is in the wrong file`)
      if (ordinal >= timeline.rows)
        faults.push(`old addresses ${hash}: there is no post ${ordinal}`)
    }
  }
  return faults
}
