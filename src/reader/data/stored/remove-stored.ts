import { removeAtOnce } from '#reader/data/kept/kept-worker.ts'
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
  }
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
