/** A text as passages are looked for in it: lower case, a space for each run of white space, lines without space at their ends. */
export interface FoldedText {
  text: string
  /** Where each unit of `text` stands in what was folded; one more for the end. */
  places: Uint32Array
}

/** Folds a text whose line ends part blocks. No unit is added, so that places can be told. */
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

/** A unit whose lower case is longer stays as it is: the places behind it must not move. */
function toLowerUnit(unit: string): string {
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}
