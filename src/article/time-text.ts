import { toDateFormatter } from './formatters.ts'

/** A UTC instant the way this product writes it: `2020-08-30 21:56:11 UTC`. */
export function toUtcText(instant: string): string {
  return instant.replace('T', ' ').replace('Z', ' UTC')
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
