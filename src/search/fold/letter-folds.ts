/*
 * Letters that Unicode does not decompose but people type otherwise. Code points and ranges, not script properties: a
 * browser with one version of Unicode must read an index built with another.
 */

const latin: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ƚ: 'l',
  ɫ: 'l',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɲ: 'n',
  ƀ: 'b',
  ɓ: 'b',
  ƙ: 'k',
  ǥ: 'g',
  ɨ: 'i',
  ɵ: 'o',
  ʉ: 'u',
  ƴ: 'y',
  ƶ: 'z',
}

/** Forms of Arabic letters that differ between languages, keyboards and habits. Hamzas above and below are marks. */
const arabic: Readonly<Record<string, string>> = {
  '\u0671': '\u0627', // alef with wasla
  '\u0672': '\u0627', // alef with wavy hamza above
  '\u0673': '\u0627', // alef with wavy hamza below
  '\u0629': '\u0647', // teh marbuta -> heh
  '\u06c1': '\u0647', // heh of Urdu
  '\u06c3': '\u0647', // teh marbuta of Urdu
  '\u06d5': '\u0647', // ae of Kurdish; heh with yeh above of Persian
  '\u0649': '\u064a', // alef maksura -> yeh
  '\u06cc': '\u064a', // yeh of Persian and Urdu
  '\u06a9': '\u0643', // kaf of Persian and Urdu
  '\u06aa': '\u0643', // kaf of Sindhi
}

/** Apostrophes that Unicode counts as letters, as in `Qurʾan`, `Hawaiʻi`. */
const apostrophes = '\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\ua78b\ua78c'

/** First digits of the scripts whose numbers are read as ours. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810,
]

const foldsOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(latin),
  ...Object.entries(arabic),
  ...Array.from(apostrophes, (sign) => [sign, "'"] as const),
  ...zeros.flatMap((zero) =>
    Array.from('0123456789', (digit, at) => [String.fromCharCode(zero + at), digit] as const),
  ),
  ['ґ', 'г'],
  ['\u266f', '#'], // music sharp: `C♯`
])

/** What a lower-case letter without marks is searched as; `undefined` for itself. */
export function foldLetter(letter: string): string | undefined {
  return foldsOf.get(letter)
}
