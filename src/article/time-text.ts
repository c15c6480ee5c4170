/** Formats a UTC instant in this product's style: `2020-08-30 21:56:11 UTC`. */
export function toUtcText(instant: string): string {
  return instant.replace('T', ' ').replace('Z', ' UTC')
}

/**
 * Converts the digits of a number of milliseconds since 1970 to a UTC instant; `undefined` if it is not a valid time.
 */
export function toInstant(digits: string): string | undefined {
  const time = new Date(/^-?\d+$/.test(digits) ? Number(digits) : Number.NaN)
  const year = time.getUTCFullYear()
  // Instants outside four-digit years have another format, and no article was published then.
  if (!(year >= 0 && year <= 9999)) return undefined
  return time.toISOString().replace('.000Z', 'Z')
}
