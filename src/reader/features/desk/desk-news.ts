import type { DeskTrouble } from '#reader/storage/desk/desk-storage.ts'

/** What is to be said of the desk where somebody acts. */
export interface DeskNews {
  kind: DeskTrouble
}

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
