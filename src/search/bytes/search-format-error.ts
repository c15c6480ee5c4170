/**
 * A file of the search index is damaged, truncated, of another version or not what its name says. The message says what
 * was found and where.
 */
export class SearchFormatError extends Error {
  override readonly name = 'SearchFormatError'
}
