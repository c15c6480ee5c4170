// In place of `router/address-bar.ts`: a file opened from disk has one path, so views stand behind `#`.
import { toSiteUrl } from '#reader/router/location.ts'

/** The address of the view. */
export function readShownAddress(): Pick<URL, 'pathname' | 'search' | 'hash'> {
  return toSiteUrl(window.location.hash.replace(/^#\/?/, '/'))
}

/** What the browser is to show for a path. */
export function toShownAddress(path: string): string {
  return `#${path}`
}
