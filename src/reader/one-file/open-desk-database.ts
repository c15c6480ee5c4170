// In place of `storage/desk/open-desk-database.ts`.

/** All files that are opened from disk may share a database: a desk in a file lasts as long as the page. */
export function openDeskDatabase(): Promise<never> {
  return Promise.reject(new DOMException('a file keeps nothing', 'NotAllowedError'))
}
