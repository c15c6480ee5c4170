// Creating a formatter costs a hundred times as much as using it, and a build formats the times of every post.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Returns the day (`YYYY-MM-DD`) of an instant in a time zone (IANA name). */
export function toZonedDay(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant.slice(0, 10)
  const { year, month, day } = toZoned(instant, timeZone)
  return `${year}-${month}-${day}`
}

/** Returns the 24-hour clock time of an instant in a time zone: `05:56`. */
export function toClockText(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant.slice(11, 16)
  const { hour, minute } = toZoned(instant, timeZone)
  return `${hour}:${minute}`
}

function toZoned(instant: string, timeZone: string): Partial<Record<string, string>> {
  const parts = toFormatter(timeZone).formatToParts(new Date(instant))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

function toFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
