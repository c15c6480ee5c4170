/**
 * Whether what lies in the query cache under a key was answered from what a search found: such keys name the filter by its
 * address query, which carries the search.
 */
export function isAnsweredFrom(key: readonly unknown[], query: string): boolean {
  if (key[0] === 'found') return false
  return key
    .slice(1)
    .some((part) => typeof part === 'string' && new URLSearchParams(part).get('q') === query)
}
