/**
 * A text folded for finding passages: lower case, one space for each run of white space, no space at the ends of lines.
 */
export interface FoldedText {
  text: string
  /** Offset of each unit of `text` in the original, plus one for the end. */
  places: Uint32Array
}

/** Folds a text in which line breaks separate blocks. Never adds units, so that offsets can be mapped back. */
export function foldPassages(text: string): FoldedText {
  const places = new Uint32Array(text.length + 1)
  const units: string[] = []
  let space = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (/\s/u.test(unit)) {
      space = unit === '\n' || space === '\n' ? '\n' : ' '
      continue
    }
    if (space !== '' && units.length > 0) {
      places[units.length] = at - 1
      units.push(space)
    }
    space = ''
    places[units.length] = at
    units.push(toLowerUnit(unit))
  }
  places[units.length] = text.length
  return { text: units.join(''), places: places.subarray(0, units.length + 1) }
}

/** Keeps a unit whose lower case is longer, because the offsets after it must not shift. */
function toLowerUnit(unit: string): string {
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}
