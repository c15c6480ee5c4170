/** One fault of the file `of` for each path that is not known. */
export function listMissing(
  paths: Iterable<string>,
  { in: known, of, where }: { in: ReadonlySet<string>; of: string; where: string },
): string[] {
  return [...paths].filter((path) => !known.has(path)).map((path) => `${of}: ${where} ${path}`)
}
