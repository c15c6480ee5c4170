/** Key that is equal for spelling variants of a name: width, case, white space, dots and dashes do not matter. */
export function toNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·‧・._-]+/g, '')
}
