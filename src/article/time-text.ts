import { toDateFormatter } from './formatters.ts'

/** A UTC instant the way this product writes it: `2020-08-30 21:56:11 UTC`. */
export function toUtcText(instant: string): string {
  return instant.replace('T', ' ').replace('Z', ' UTC')
}

/** Milliseconds since 1970, written in digits, as a UTC instant; `undefined` for what no clock can show. */
export function toInstant(digits: string): string | undefined {
  const time = new Date(/^-?\d+$/.test(digits) ? Number(digits) : Number.NaN)
  const year = time.getUTCFullYear()
  // Outside four-digit years an instant is written in another form, and no article was published there.
  if (!(year >= 0 && year <= 9999)) return undefined
  return time.toISOString().replace('.000Z', 'Z')
}

/** The day (`YYYY-MM-DD`) on which an instant falls in a zone (IANA name). */
export function toZonedDay(instant: string, timeZone: string): string {
  const parts = toDateFormatter('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A day (`YYYY-MM-DD`) in words, with its weekday: `Sunday 30 August 2020`. */
export function toDayWords(day: string, locale: string): string {
  return toDateFormatter(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** Clock time of an instant in a zone, hours and minutes of 24: `05:56`. */
export function toClockText(instant: string, timeZone: string): string {
  return toDateFormatter('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}
