/** Cache key of the posts a search finds. */
export function foundKey(query: string): readonly ['found', string] {
  return ['found', query]
}

/** Cache key of the hits in a row's texts. */
export function marksKey(query: string, ordinal: number): readonly ['marks', string, number] {
  return ['marks', query, ordinal]
}
