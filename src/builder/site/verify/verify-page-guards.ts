import { findUnsafeMarkup } from '../page/check-page.ts'
import type { BuiltSite } from './built-site.ts'

/** Checks that recorded pages exist and are safe, see `check-page.ts`. */
export async function verifyPageGuards(
  site: BuiltSite,
  isWanted: (path: string) => boolean,
): Promise<string[]> {
  const faults: string[] = []
  for (const path of site.listUnchecked()) {
    if (!path.endsWith('.html') || !isWanted(path)) continue
    const bytes = await site.read(path)
    const fault = bytes && findFault(bytes)
    if (fault !== undefined) faults.push(`${path}: ${fault}`)
  }
  return faults
}

/**
 * All that makes a page unsafe is written in ASCII, whose bytes in UTF-8 are no part of other characters. So a page is
 * read as Latin-1 first, which takes a fifth of the time; only the hash of what is part of it may then be another.
 */
function findFault(bytes: Buffer): string | undefined {
  return findUnsafeMarkup(bytes.toString('latin1')) && findUnsafeMarkup(bytes.toString())
}
