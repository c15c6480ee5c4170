/** Folders of the sites of this host that have a desk, with a space between any two. */
export const deskSignKey = 'broadsheet.desk'

/** Reads a key; nothing where storage is blocked. */
export function readDeskKey(key: string): string | null {
  try {
    return globalThis.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Whether this device has a desk of the site in a folder: without its sign it is not opened, nor its code loaded. */
export function hasDesk(base: string): boolean {
  return readDeskKey(deskSignKey)?.split(' ').includes(base) === true
}
