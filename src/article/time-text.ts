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
