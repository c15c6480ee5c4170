/** All authors of a post, the first one first. */
export function listAuthors({
  author,
  coauthors = [],
}: {
  author?: string | undefined
  coauthors?: string[] | undefined
}): string[] {
  return author === undefined ? [] : [author, ...coauthors]
}
