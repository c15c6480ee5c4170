// A file of its own: the first script names it instead of the code of the desk.
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { rowDesk } from '#reader/ui/row-desk.ts'

/** Opens the desk and has rows show what it knows of their posts. */
export async function showDesk(): Promise<void> {
  const desk = await openSiteDesk()
  rowDesk.isRead = ({ id, formerId }) =>
    [id, formerId].some((name) => name !== undefined && desk.get('mark', name) !== undefined)
  rowDesk.announce()
  desk.subscribe(rowDesk.announce)
}
