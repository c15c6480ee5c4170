import { isFaceName } from '#reader/storage/face-name.ts'

/** The settings that the style sheets read as attributes of the document, and the default of each. */
export const plainLook = {
  theme: 'system',
  contrast: 'system',
  textSize: 'medium',
  measure: 'medium',
  lineHeight: 'medium',
  typeface: 'serif',
  justify: 'auto',
  hyphens: 'off',
  density: 'medium',
  articlePictures: 'load',
} as const

/**
 * Mirrors settings, which may hold anything, on the document. A default has no attribute: every attribute that changes
 * makes the browser recalculate the style of the whole page.
 */
export function showLook(settings: Readonly<Record<string, unknown>>): void {
  const { dataset, style } = document.documentElement
  for (const [name, plain] of Object.entries(plainLook)) {
    const stored = settings[name]
    const value = stored === 'time' ? toThemeOfHour(new Date().getHours()) : stored
    if (typeof value !== 'string' || value === plain) delete dataset[name]
    else dataset[name] = value
  }
  const { typeface, ownFace } = settings
  if (typeface === 'own' && isFaceName(ownFace)) style.setProperty('--own-face', `"${ownFace}"`)
  else style.removeProperty('--own-face')
}

/** The theme of an hour of the device's clock: light from 7 to 19. */
export function toThemeOfHour(hour: number): 'light' | 'dark' {
  return hour >= 7 && hour < 19 ? 'light' : 'dark'
}
