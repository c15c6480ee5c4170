import { toOffsetMs } from '#core/time/zone-offset.ts'

/** Returns the day (`YYYY-MM-DD`) of an instant in a time zone (IANA name). */
export function toZonedDay(instant: string, timeZone: string): string {
  return toLocalText(instant, timeZone).slice(0, 10)
}

/** Returns the 24-hour clock time of an instant in a time zone: `05:56`. */
export function toClockText(instant: string, timeZone: string): string {
  return toLocalText(instant, timeZone).slice(11, 16)
}

/** What the clocks of a zone show, in the form of an instant. */
function toLocalText(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant
  const ms = Date.parse(instant)
  return new Date(ms + toOffsetMs(ms, timeZone)).toISOString()
}
