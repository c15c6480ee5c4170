import { toCacheName } from '../kept/kept-cache.ts'

/** Name of the database of a site's desk, by the site's folder: one host may have several sites. */
export function toDeskName(base: string): string {
  return `${toCacheName(base)} desk`
}
