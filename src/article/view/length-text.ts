/** A range of minutes as people write it: `5–9`, `20+`; less than one is `< 1`. */
export function toLengthText(value: string): string {
  return value === '0' ? '< 1' : value.replace('-', '–')
}
