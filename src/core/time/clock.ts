/**
 * A clock that tells the days of posts: the IANA name of a time zone, or `source` for the clock of each post's own
 * source.
 */
export type ClockName = string & { readonly kind: 'ClockName' }

/** The clock of each post's own source. */
export const sourceClock = 'source' as ClockName

/** Coordinated universal time. */
export const utcClock = 'UTC' as ClockName

const utcNames: ReadonlySet<string> = new Set(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT', 'Zulu'])

/**
 * Parses the name of a clock from an address or a setting; `undefined` when this browser knows no such zone. Bare
 * offsets such as `+08:00` are no names: only some browsers know them, and an address must mean the same in all.
 */
export function parseClockName(text: string | null | undefined): ClockName | undefined {
  if (text === null || text === undefined) return undefined
  if (text === sourceClock) return sourceClock
  if (utcNames.has(text)) return utcClock
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(text)) return undefined
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    return (utcNames.has(timeZone) ? utcClock : timeZone) as ClockName
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
