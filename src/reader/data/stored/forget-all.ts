import { removeAtOnce } from '#reader/data/kept/kept-worker.ts'
import { siteBase } from '#reader/links/paths.ts'
import { listCaches, listDatabases, listKeys } from './find-stored.ts'
import { leaveEntries } from './leave-entries.ts'
import { removeStored } from './remove-stored.ts'

/** Removes all that this site has in the browser, and the steps back to what was opened on this page. It is left after that. */
export async function forgetStored(): Promise<void> {
  // A page remembers where it was when it is left.
  Storage.prototype.setItem = () => undefined
  IDBFactory.prototype.open = () => {
    throw new DOMException('this page is being left', 'InvalidStateError')
  }
  history.replaceState(null, '', siteBase)
  await Promise.allSettled([
    ...forgetKeys(),
    removeAtOnce(),
    forgetOthers(),
    leaveEntries(siteBase),
  ])
}

function forgetKeys(): Promise<void>[] {
  return [...listKeys('local'), ...listKeys('session')].map(removeStored)
}

/** Caches and databases of other versions. */
async function forgetOthers(): Promise<void> {
  await Promise.allSettled([
    listCaches(siteBase).then((names) => removeAll('cache', names)),
    listDatabases(siteBase).then((names) => removeAll('database', names)),
  ])
}

async function removeAll(area: 'cache' | 'database', names: readonly string[]): Promise<void> {
  const removed = names.map((name) => removeStored({ area, name, kind: 'unknown' }))
  await Promise.allSettled(removed)
}
