import { removeAtOnce } from '#reader/data/kept/kept-worker.ts'
import { siteBase } from '#reader/links/paths.ts'
import { signDesk } from '#reader/storage/desk/sign-desk.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import type { StoredKind } from '#reader/storage/stored-names.ts'
import type { Stored } from './find-stored.ts'

/**
 * Removes something from this browser. What pages of the site hold of it in memory goes too, in every window: else the next
 * write would bring it back. A worker goes with what it answers from, and this with the worker.
 */
export async function removeStored({ area, name, kind }: Stored): Promise<void> {
  if (area === 'local' || area === 'session') {
    forgetKey(area, name)
  } else if (kind === 'kept' || area === 'worker') {
    await removeAtOnce()
  } else if (area === 'cache') {
    await caches.delete(name)
  } else {
    await deleteDatabase(name)
    if (kind === 'desk') signDesk(siteBase, false)
  }
}

/** Removes several things, one after the other. What fails leaves those after it. */
export async function removeSome(some: readonly Stored[]): Promise<void> {
  const has = (...kinds: StoredKind[]) => some.some(({ kind }) => kinds.includes(kind))
  const settings = settingsStore.read()
  // Else the next article that is opened would be kept again. Nothing is written where all settings go too.
  if (has('kept', 'worker') && !has('settings') && settings.keepRead === 'on') {
    settingsStore.write({ ...settings, keepRead: 'off' })
  }
  for (const one of some) await removeStored(one)
}

/** Removes a key, and tells this window as the browser tells all others. */
function forgetKey(area: 'local' | 'session', key: string): void {
  const storage = area === 'local' ? globalThis.localStorage : globalThis.sessionStorage
  storage.removeItem(key)
  dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
}

async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => {
      resolve()
    })
    // Another window has it open; the browser deletes it when that is closed.
    request.addEventListener('blocked', () => {
      resolve()
    })
    request.addEventListener('error', () => {
      reject(request.error ?? new Error(`${name} was not deleted`))
    })
  })
}
