import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { cardPath } from '#builder/site/page/card-file.ts'

/** The card is a file of the site where the build recorded one. */
export async function verifyCard(site: BuiltSite): Promise<string[]> {
  if (site.paths.has(cardPath)) await site.expectFile(cardPath)
  return []
}
