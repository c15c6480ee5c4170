import { toSiteUrl } from './location.ts'

/** The address that the browser shows. In a lifeboat `one-file/address-bar.ts` stands here. */
export function readShownAddress(): Pick<URL, 'pathname' | 'search' | 'hash'> {
  return window.location
}

/** What the browser is to show for a path below the base, with query and fragment. */
export function toShownAddress(path: string): string {
  return toSiteUrl(path).href
}
