import { siteBase } from '#reader/links/paths.ts'
import { Desk } from '#reader/storage/desk/desk.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'

const page: { desk?: Promise<Desk> } = {}

/** The desk of this site on this device, one a page. It is opened with the first call. */
export function openSiteDesk(): Promise<Desk> {
  page.desk ??= Desk.open({
    base: siteBase,
    now: () => Date.now(),
    hasTraces: settingsStore.read().traces === 'keep',
  })
  return page.desk
}
