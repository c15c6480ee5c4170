import { useSyncExternalStore } from 'react'
import { readSiteDesk } from '#reader/data/desk/site-desk.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'

/** The desk where it is open already; draws again whatever changes on it. A list of saved posts has opened it before it is shown. */
export function useOpenDesk(): Desk | undefined {
  useSyncExternalStore(shownDesk.subscribe, () => readSiteDesk()?.readRevision())
  return readSiteDesk()
}
