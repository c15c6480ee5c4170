/**
 * Parses `Retry-After`, seconds or a date, to milliseconds. A date is compared with the host's own `Date`, as clocks
 * differ. `undefined` when the header is missing or invalid.
 */
export function parseRetryAfter(
  value: string | undefined,
  hostDate: string | undefined,
): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000
  // A time without a zone would be parsed in the zone of this machine.
  if (!text.endsWith('GMT') || hostDate === undefined) return undefined
  const waitMs = Date.parse(text) - Date.parse(hostDate)
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}
