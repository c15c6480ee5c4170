const key = 'broadsheet.reloaded'
const guardMs = 60_000

/** The browser features a guarded reload needs. */
export interface ReloadPlace {
  storage: () => Pick<Storage, 'getItem' | 'setItem'>
  now: () => number
  reload: () => void
}

/** The current page in this browser. */
export const thisPage: ReloadPlace = {
  storage: () => globalThis.sessionStorage,
  now: () => Date.now(),
  reload: () => {
    globalThis.location.reload()
  },
}

/**
 * Reloads the page unless it has been reloaded for the same reason within the last minute.
 * @returns whether the page is reloading. Always false where session storage is blocked: nothing would stop a reload
 * loop.
 */
export function reloadOnce(place: ReloadPlace = thisPage): boolean {
  try {
    const storage = place.storage()
    const last = Number(storage.getItem(key) ?? 0)
    if (place.now() - last < guardMs) return false
    storage.setItem(key, String(place.now()))
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false
    throw error
  }
  place.reload()
  return true
}
