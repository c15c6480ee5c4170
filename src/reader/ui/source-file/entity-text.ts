/** Text with its character references resolved, and the place of each of its code units in what was written. */
export interface ResolvedText {
  text: string
  /** Where a code unit of `text` stands in what was written; its length for the end. */
  toPlace: (at: number) => number
}

const pattern = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,11}));?/gi

/** The letters of Latin-1 from `À` on, in their order; other references are signs, in which nothing differs. */
const latin =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const letters: ReadonlyMap<string, string> = new Map([
  ...latin.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(192 + at)]),
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
])

/** Resolves the character references of HTML in a text: numbers, and names of Latin letters; other names become spaces. */
export function resolveEntities(written: string): ResolvedText {
  let text = ''
  let done = 0
  /** Ascending: from this code unit of the text on it is so many behind what was written. */
  const shifts: [at: number, by: number][] = []
  for (const { index, 0: whole, 1: decimal, 2: hex, 3: name = '' } of written.matchAll(pattern)) {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const sign = Number.isNaN(code) ? (letters.get(name) ?? ' ') : toCharacter(code)
    text += written.slice(done, index) + sign
    done = index + whole.length
    shifts.push([text.length, done - text.length])
  }
  text += written.slice(done)
  let turn = 0
  const toPlace = (at: number): number => {
    // Places are mostly asked for in their order.
    if ((shifts[turn - 1]?.[0] ?? 0) > at) turn = 0
    while ((shifts[turn]?.[0] ?? Infinity) <= at) turn++
    return at + (shifts[turn - 1]?.[1] ?? 0)
  }
  return { text, toPlace }
}

function toCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}
