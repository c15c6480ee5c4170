/** Signs and words that only some queries hold; a colon may as well stand in a text. */
const syntaxPattern = /[|():]|(?:^|\s)[-\u2212]|(?:^|[\s)])(?:OR|AND|NOT)(?:[\s(]|$)/u

/** Whether a query may hold more than words and phrases. Cheap, so that pages need not load what splits queries. */
export function mayHaveSyntax(query: string): boolean {
  return syntaxPattern.test(query.normalize('NFKC'))
}
