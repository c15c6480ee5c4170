import { toUtcMs } from './day.ts'

// Creating a formatter costs a hundred times as much as using it.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** How far a time zone (IANA name) is ahead of UTC at an instant, in milliseconds; negative west of Greenwich. */
export function toOffsetMs(ms: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of toFormatter(timeZone).formatToParts(ms)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value)
  }
  const { year, month, day, hour, minute, second } = parts
  // A clock shows whole seconds, so the instant is cut to them too; `floor` also before 1970.
  const clockMs = ((hour * 60 + minute) * 60 + second) * 1000
  return toUtcMs(year, month, day) + clockMs - Math.floor(ms / 1000) * 1000
}

/** Formats an offset from UTC: `UTC`, `UTC+8`, `UTC−3:30`. */
export function toOffsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  if (minutes === 0) return 'UTC'
  const rest = minutes % 60
  const hours = `${offsetMs < 0 ? '−' : '+'}${Math.floor(minutes / 60)}`
  return `UTC${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function toFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
