import { toCacheName } from '../kept/kept-cache.ts'

/** Name of the database with the way to a file that is kept up to date, by the site's folder; also that of the lock of who writes. */
export function toLiveFileName(base: string): string {
  return `${toCacheName(base)} file`
}
