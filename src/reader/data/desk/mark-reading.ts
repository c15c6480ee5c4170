import type { PostId } from '#core/post/post-id.ts'
import { removeVisited } from '#reader/storage/desk/visited-key.ts'
import { openSiteDesk } from './site-desk.ts'

/** Marks a post as opened, or as read to its end; a mark that says as much stays. */
export async function markReading(id: PostId, value: 'opened' | 'finished'): Promise<void> {
  const desk = await openSiteDesk()
  const known = desk.get('mark', id)
  if (known === undefined || (known === 'opened' && value === 'finished')) {
    await desk.change([{ kind: 'mark', id, value }]).stored
  }
}

/** Erases what reading alone has left: marks that nobody made by hand, places in articles, and whatever was taken back. */
export async function eraseReading(): Promise<void> {
  const desk = await openSiteDesk()
  await desk.erase(
    ({ kind, value }) =>
      kind === 'place' || value === undefined || (kind === 'mark' && value !== 'read'),
  )
  removeVisited()
}
