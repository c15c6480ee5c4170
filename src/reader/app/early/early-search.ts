/**
 * Moves the query of an address of the old form behind `#`, where the site is built so, before anything else is asked
 * for: from here on it reaches no host. The request of the page itself has carried it already.
 */
export function hideEarlyQuery(): void {
  const { origin, pathname, search, hash } = location
  if (search === '' || document.querySelector('meta[data-quiet]') === null) return
  history.replaceState(history.state, '', `${origin}${pathname}#${search}${hash}`)
}

/** The query of the address, wherever it stands; with its `?`, empty for none. */
export function readEarlySearch(): string {
  const { search, hash } = location
  return search === '' ? (/^#(\?[^#]+)/.exec(hash)?.[1] ?? '') : search
}
