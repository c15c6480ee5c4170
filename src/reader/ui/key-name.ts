/** What of a `KeyboardEvent` names its key. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>

/** Signs of shortcuts by their place on the keyboard, without and with Shift. */
const signPlaces: Readonly<Record<string, readonly [string, string]>> = {
  Slash: ['/', '?'],
  Comma: [',', '<'],
}

const letterPlacePattern = /^Key([A-Z])$/

/**
 * The name of a key as shortcuts know it: `j`, `H` with Shift, `/`, `Enter`. Caps Lock changes nothing. What a Latin layout
 * types counts, whatever its order (Dvorak, AZERTY). Other layouts (Cyrillic, Hangul, Greek) type no such letter, so there
 * the place of the key counts.
 */
export function toKeyName({ key, code, shiftKey }: PressedKey): string {
  // Input methods for Chinese and Japanese type full-width letters and signs.
  const name = key.normalize('NFKC')
  if (name.length > 1 && name !== 'Process' && name !== 'Unidentified') return name
  if (/^[a-z]$/i.test(name)) return inCase(name, shiftKey)
  const isTyped = /^[\x20-\x7e]$/.test(name) || /^\p{Script=Latin}$/u.test(name)
  if (isTyped) return name
  const letter = letterPlacePattern.exec(code)?.[1]
  if (letter !== undefined) return inCase(letter, shiftKey)
  const signs = Object.hasOwn(signPlaces, code) ? signPlaces[code] : undefined
  return signs?.[shiftKey ? 1 : 0] ?? name
}

function inCase(letter: string, isUpper: boolean): string {
  return isUpper ? letter.toUpperCase() : letter.toLowerCase()
}
