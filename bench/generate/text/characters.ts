/** The commonest Han characters: they carry the weight of any text, and tell the spellings apart. */
const frequent = {
  simplified:
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实',
  traditional:
    '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實',
} as const

/** Which spelling of Chinese. */
export type Spelling = keyof typeof frequent

/** Rows of the national character sets that hold their common half, and the second bytes of a row. */
const commonHalf = {
  simplified: { encoding: 'gbk', rows: [0xb0, 0xd7], columns: [0xa1, 0xfe] },
  traditional: { encoding: 'big5', rows: [0xa4, 0xc5], columns: [0x40, 0x7e, 0xa1, 0xfe] },
} as const

/**
 * Common characters of a spelling, the most frequent hundred first: the character sets order the
 * others by sound or stroke count, so that thousands need not be written down.
 */
export function listHanzi(spelling: Spelling): string[] {
  const { encoding, rows, columns } = commonHalf[spelling]
  const [low, end, secondLow = 1, secondEnd = 0] = columns
  const seconds = [...listRange(low, end), ...listRange(secondLow, secondEnd)]
  const bytes = listRange(rows[0], rows[1]).flatMap((row) =>
    seconds.flatMap((column) => [row, column]),
  )
  const decoded = new TextDecoder(encoding).decode(new Uint8Array(bytes))
  const others = Array.from(decoded).filter((character) => /^[\u4e00-\u9fff]$/.test(character))
  return [...new Set([...Array.from(frequent[spelling]), ...others])]
}

function listRange(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** Hiragana, the small ones and rare ones left out. */
export const kana = Array.from(
  'のにはをたがでてとしれさるいもなかっらりこすあくきまけせつえおそちみわどめよやうほねひへふゆむろ',
)

/** Pictographs as titles of videos carry them. */
export const emoji = ['🚋', '🍵', '📷', '🌏', '🎬', '✨', '🏙️', '👨‍👩‍👧']
