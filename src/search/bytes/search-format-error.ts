/** A file of the search index is damaged, cut off, of another version or not what its name says. Says what was found where. */
export class SearchFormatError extends Error {
  override readonly name = 'SearchFormatError'
}
