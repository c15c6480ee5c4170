/** JSON of what few posts have; all others store nothing. */
export function toOptionalJson(value: object | undefined): string {
  return value === undefined ? '' : JSON.stringify(value)
}
