/**
 * Whether the cache entry under a key was computed from the hits of a search: such keys contain the filter's address
 * query, which includes the search.
 */
export function isAnsweredFrom(key: readonly unknown[], query: string): boolean {
  if (key[0] === 'found') return false
  return key
    .slice(1)
    .some((part) => typeof part === 'string' && new URLSearchParams(part).get('q') === query)
}
