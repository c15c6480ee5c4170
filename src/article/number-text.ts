/**
 * Formats a whole number the way every interface language does: digits in groups of three. `Intl` would first scan all
 * its locales, which noticeably delays the first page.
 */
export function toNumberText(number: number): string {
  return String(number).replaceAll(/\d(?=(?:\d{3})+$)/g, '$&,')
}
