const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** A number of bytes in the units people read. */
export function toSizeText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const value = bytes / 1_000 ** step
  return `${step === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[step] ?? ''}`
}
