const locales: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Locale for dates and numbers of an interface language. English names days before months, like the archive's headings. */
export function toLocale(language: string): string {
  return locales[language] ?? language
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Time of day (`hh:mm`, 24 hours) of an instant in a zone. */
export function toTimeOfDay(instant: string, timeZone: string): string {
  return toFormat(`time ${timeZone}`, 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant))
}

/** A day (`YYYY-MM-DD`) in words, such as `30 August 2020`. */
export function toDayText(day: string, locale: string): string {
  return toFormat(`day ${locale}`, locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** The day of publication in words, in the archive's zone; `undefined` when it is unknown. */
export function toDateText(
  {
    publishedAt,
    publishedOn,
  }: { publishedAt?: string | undefined; publishedOn?: string | undefined },
  locale: string,
  timeZone: string,
): string | undefined {
  if (publishedOn !== undefined) return toDayText(publishedOn, locale)
  if (publishedAt === undefined) return undefined
  return toFormat(`day ${locale} ${timeZone}`, locale, { dateStyle: 'long', timeZone }).format(
    new Date(publishedAt),
  )
}

/** Day of the week of a day (`YYYY-MM-DD`), such as `Sunday`. */
export function toWeekday(day: string, locale: string): string {
  return toFormat(`weekday ${locale}`, locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** A month (`YYYY-MM`) in words, such as `August 2020`. */
export function toMonthText(month: string, locale: string): string {
  return toFormat(`month ${locale}`, locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
}

/** The name of a month (`YYYY-MM`) alone, short. */
export function toMonthName(month: string, locale: string): string {
  return toFormat(`month name ${locale}`, locale, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

// Making a format costs more than using it a thousand times.
function toFormat(
  key: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}
