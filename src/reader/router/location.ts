import { siteBase, toHref } from '#reader/links/paths.ts'

/** Where the reader is: an address below the site's base, and what its history entry holds beside it. */
export interface Location {
  /** Begins with `/`; the base of the site is left out. */
  pathname: string
  /** Empty, or begins with `?`. */
  search: string
  /** Empty, or begins with `#`. */
  hash: string
  /** What whoever opened the address has given it; it comes from the browser's history and may be anything. */
  state: unknown
  /** Names the history entry; `default` for entries that the router did not make. */
  key: string
}

/** Where a link leads: a path below the base with its query and fragment, in one piece or in three. */
export type Target = string | { pathname: string; search?: string; hash?: string }

/** Writes the path, query and fragment of a target in one piece. */
export function toPath(target: Target): string {
  if (typeof target === 'string') return target
  const { pathname, search = '', hash = '' } = target
  return pathname + search + hash
}

/** The whole address of a target. Of this site whatever its path looks like: `//host` is a path here. */
export function toAddress(target: Target): URL {
  return new URL(globalThis.location.origin + toHref(toPath(target)))
}

/** The location of an address; its path stays whole where it is not below the base. */
export function toLocation(
  { pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>,
  { state, key }: Pick<Location, 'state' | 'key'>,
): Location {
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
