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
    const fault = bytes && findUnsafeMarkup(bytes.toString())
    if (fault !== undefined) faults.push(`${path}: ${fault}`)
  }
  return faults
}
