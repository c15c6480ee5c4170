/**
 * A text without what changes between versions though its words do not: white space, punctuation, invisible characters,
 * upper case.
 */
export interface BareText {
  text: string
  /** Offset of each unit of `text` in the original, plus one for the end. */
  places: Uint32Array
}

const dropped = /[\s\p{P}\p{Z}\p{Cc}\p{Cf}]/u

/** Strips a text to its letters, digits and signs, and maps each to where it was. Never adds units. */
export function toBareText(text: string): BareText {
  const places = new Uint32Array(text.length + 1)
  const units: string[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (!isPlain(text.charCodeAt(at)) && dropped.test(unit)) continue
    const lower = unit.toLowerCase()
    places[units.length] = at
    // The lower case of some letters is longer, and offsets after them must not shift.
    units.push(lower.length === 1 ? lower : unit)
  }
  places[units.length] = text.length
  return { text: units.join(''), places: places.slice(0, units.length + 1) }
}

/** Letters and digits of ASCII and the common Chinese characters: nearly everything, at a fraction of a pattern's cost. */
function isPlain(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fff
  return code > 0x60 ? code < 0x7b : (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a)
}

/** How much a text tells: a Chinese character as much as two letters. */
export function weighText(text: string): number {
  let weight = text.length
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x2e80) weight++
  return weight
}
