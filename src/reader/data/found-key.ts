/** Name, in the query cache, of what a search finds. */
export function foundKey(query: string): readonly ['found', string] {
  return ['found', query]
}
