// Making a formatter costs a hundred times what using it does, and a build formats the dates of every post.
const dateFormatters = new Map<string, Intl.DateTimeFormat>()
const numberFormatters = new Map<string, Intl.NumberFormat>()

/** The formatter for a language (BCP 47) and these options, made once. */
export function toDateFormatter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const formatter = dateFormatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  dateFormatters.set(key, formatter)
  return formatter
}

/** A number as a language (BCP 47) writes it. */
export function toNumberText(number: number, locale: string): string {
  const formatter = numberFormatters.get(locale) ?? new Intl.NumberFormat(locale)
  numberFormatters.set(locale, formatter)
  return formatter.format(number)
}
