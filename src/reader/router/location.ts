import type { Location, To } from 'react-router-dom'
import { siteBase } from '#reader/links/paths.ts'
import { toSiteOrigin } from '#reader/links/place.ts'

/** Writes the path below the base, the query and the fragment of a target in one piece. */
export function toPath(target: To): string {
  if (typeof target === 'string') return target
  const { pathname = '/', search = '', hash = '' } = target
  return pathname + search + hash
}

/** The whole address of a target. Of this site whatever its path looks like: `//host` is a path here. */
export function toSiteUrl(target: To): URL {
  return new URL(toSiteOrigin() + siteBase + toPath(target).replace(/^\//, ''))
}

/**
 * The location of an address: its path begins with `/` and leaves out the base of the site, but stays whole where it is not
 * below the base. Its state comes from the browser's history and may be anything; the key names the history entry, and is
 * `default` where the router did not make it.
 */
export function toLocation(
  { pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>,
  { state, key }: { state: unknown; key: string },
): Location<unknown> {
  const isInside = `${pathname}/`.startsWith(siteBase)
  return {
    pathname: isInside ? `/${pathname.slice(siteBase.length)}` : pathname,
    search,
    hash,
    state,
    key,
  }
}

/** Whether two locations are places on one page: they differ by their fragment alone. */
export function areOnOnePage(one: Location, other: Location): boolean {
  const isSame = one.pathname === other.pathname && one.search === other.search
  return isSame && one.hash !== other.hash
}

/** Decodes a part of an address; one that says nothing in UTF-8, which somebody may have typed, stays as it is. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
