import type { PostId } from '#core/post/post-id.ts'
import { siteBase } from '#reader/links/paths.ts'
import type { DeskEntry } from '#reader/storage/desk/desk-entry.ts'
import { removeVisited } from '#reader/storage/desk/visited-key.ts'
import { removeLiveFile } from '#reader/storage/live-file/live-file-store.ts'
import { openSiteDesk } from './site-desk.ts'

/** Marks a post as opened, or as read to its end; a mark that says as much stays. */
export async function markReading(id: PostId, value: 'opened' | 'finished'): Promise<void> {
  const desk = await openSiteDesk()
  const known = desk.get('mark', id)
  if (known === undefined || (known === 'opened' && value === 'finished')) {
    await desk.change([{ kind: 'mark', id, value }]).stored
  }
}

/**
 * Whether reading alone has left an entry: marks that nobody made by hand, places in articles, and whatever was taken back. So
 * does one of an unknown kind: nobody knows whether reading made it.
 */
export function isReadingTrace({ kind, value }: DeskEntry): boolean {
  if (value === undefined) return true
  return kind === 'place' || kind === 'foreign' || (kind === 'mark' && value !== 'read')
}

/** Erases what reading alone has left. */
export async function eraseReading(): Promise<void> {
  const desk = await openSiteDesk()
  await desk.erase(isReadingTrace)
  removeVisited()
  // What is written from now on would tell it; the file itself is its owner's.
  await removeLiveFile(siteBase)
}
