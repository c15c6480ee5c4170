import { listNotes } from '#reader/data/desk/kept-notes.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { siteBase } from '#reader/links/paths.ts'
import { hasDesk } from '#reader/storage/desk/desk-sign.ts'

/** How many entries of this site's desk could not be read, as entries or as notes. */
export async function countBroken(): Promise<number> {
  if (!hasDesk(siteBase)) return 0
  const desk = await openSiteDesk()
  return desk.broken + listNotes(desk).broken
}
