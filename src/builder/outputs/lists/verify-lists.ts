import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { verifyPages } from '#builder/site/verify/verify-pages.ts'

/** Every recorded page of a list exists and is safe. */
export function verifyLists(site: BuiltSite): Promise<string[]> {
  return verifyPages(site, (path) => path.startsWith('browse/'))
}
