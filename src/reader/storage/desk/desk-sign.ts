/** Folders of the sites of this host that have a desk, with a space between any two. */
export const deskSignKey = 'broadsheet.desk'

/** Where the reader kept the ids of opened posts before it had desks. */
export const visitedKey = 'broadsheet.visited'

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
  return ` ${readDeskKey(deskSignKey)} `.includes(` ${base} `)
}

/** Whether it is worth to load the code of the desk: there is one, or what an older version kept in its place. */
export function mayHaveDesk(base: string): boolean {
  return hasDesk(base) || readDeskKey(visitedKey) !== null
}
