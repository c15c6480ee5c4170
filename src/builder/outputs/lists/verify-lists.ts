import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { verifyPageGuards } from '#builder/site/verify/verify-page-guards.ts'

/** Every recorded page of a list exists and is safe. */
export function verifyLists(site: BuiltSite): Promise<string[]> {
  return verifyPageGuards(site, (path) => path.startsWith('browse/'))
}
