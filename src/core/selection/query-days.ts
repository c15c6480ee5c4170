/** Fields of a query that name days. */
export const dateFields = ['date', 'after', 'before'] as const
export type DateField = (typeof dateFields)[number]

/** Units of a query that are looked at; a search reads no more of it either. */
const longestQuery = 4_000

const fieldPattern = new RegExp(String.raw`(?:^|[^\p{L}\p{N}])(?:${dateFields.join('|')}):`, 'iu')

/**
 * Whether a query may name days, so that it depends on the clock which posts it finds. Every query that does is told;
 * so is one that quotes a field's name with its colon, which then only names a clock that it does not need.
 */
export function mayNameDays(query: string): boolean {
  return fieldPattern.test(query.slice(0, longestQuery).normalize('NFKC'))
}
