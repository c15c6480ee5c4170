const named: Readonly<Record<string, number>> = {
  small: 90,
  medium: 100,
  large: 112.5,
  larger: 130,
}

/** A text size of the settings in per cent of the browser's own, as `tokens.css` shows it. */
export function toTextPercent(size: string): number {
  return named[size] ?? Number(size)
}
