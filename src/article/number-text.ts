/**
 * A whole number as every language of the interface writes it: digits in groups of three. `Intl` would look through all its locales first,
 * which is felt where a page is drawn for the first time.
 */
export function toNumberText(number: number): string {
  return String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
}
