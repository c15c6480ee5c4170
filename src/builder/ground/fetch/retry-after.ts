/**
 * Reads `Retry-After`, seconds or a date; the date is measured against the host's own clock. `undefined` when there is none or it
 * says nothing.
 */
export function parseRetryAfter(
  value: string | undefined,
  hostDate: string | undefined,
): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000
  // A time without a zone would be read in that of this machine.
  if (!text.endsWith('GMT') || hostDate === undefined) return undefined
  const waitMs = Date.parse(text) - Date.parse(hostDate)
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}
