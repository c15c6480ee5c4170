import type { DeskChange } from '#reader/storage/desk/desk-entry.ts'
import type { DeskTrouble } from '#reader/storage/desk/desk-storage.ts'
import { openSiteDesk } from './site-desk.ts'

/** What became of posts, and can be undone. */
export interface Undoable {
  kind: 'nowSaved' | 'unsaved' | 'unread' | 'marked' | 'listed' | 'unlisted' | 'listDeleted'
  posts: number
  /** What takes it back. */
  undo: readonly DeskChange[]
  /** Posts that were too many for it, and stay as they were. */
  skipped?: number
  /** The list that it was done to. */
  name?: string
}

/** Why a file is not kept up to date, with what may change that. */
interface FileNews {
  kind: 'file-ask' | 'file-moved' | 'file-foreign' | 'file-full' | 'file-failed'
  retry: () => Promise<unknown>
}

/** What is to be said of the desk where somebody acts. */
export type DeskNews = { kind: DeskTrouble } | FileNews | Undoable

const listeners = new Set<() => void>()
const shown: { news?: DeskNews | undefined } = {}

/** What is said now, as a store. */
export const deskNews = {
  read: (): DeskNews | undefined => shown.news,
  write: (news: DeskNews | undefined): void => {
    shown.news = news
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Says why what was done lasts as long as the page. */
export function sayTrouble(trouble: DeskTrouble | undefined): void {
  if (trouble !== undefined) deskNews.write({ kind: trouble })
}

/** Takes back what is said now. */
export async function undoNews(news: Pick<Undoable, 'undo'>): Promise<void> {
  deskNews.write(undefined)
  const desk = await openSiteDesk()
  await desk.change(news.undo).stored
  sayTrouble(desk.tellTrouble())
}
