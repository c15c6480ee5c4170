/** Name, in the query cache, of what a search finds. */
export function foundKey(query: string): readonly ['found', string] {
  return ['found', query]
}

/** Name, in the query cache, of where the words of a row hold what was searched for. */
export function marksKey(query: string, ordinal: number): readonly ['marks', string, number] {
  return ['marks', query, ordinal]
}
