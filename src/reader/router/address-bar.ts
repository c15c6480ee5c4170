import { isQuiet, siteBase, toHref } from '#reader/links/paths.ts'
import { toSiteOrigin } from '#reader/links/place.ts'

/** The address that the browser shows. In a lifeboat `one-file/address-bar.ts` stands here. */
export function readShownAddress(): Pick<URL, 'pathname' | 'search' | 'hash'> {
  const { pathname, hash } = window.location
  const [, search = '', place = ''] = (isQuiet && /^#(\?[^#]+)(.*)/.exec(hash)) || []
  return search === '' ? window.location : { pathname, search, hash: place }
}

/** What the browser is to show for a path below the base, with query and fragment. */
export function toShownAddress(path: string): string {
  return new URL(toSiteOrigin() + toHref(path, siteBase)).href
}
