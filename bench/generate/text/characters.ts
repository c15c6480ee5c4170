/**
 * The commonest Han characters, in simplified and traditional spelling side by side: they carry the weight of any text, and tell
 * the two spellings apart.
 */
const frequent = {
  simplified:
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实',
  traditional:
    '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實',
} as const

/** Which spelling of Chinese. */
export type Spelling = keyof typeof frequent

/**
 * Ranges of the national character sets that hold their common half, ordered by sound or stroke count: a list of
 * thousands of common characters without writing one down.
 */
const commonHalf = {
  simplified: { encoding: 'gbk', first: 0xb0, last: 0xd7, lows: [[0xa1, 0xfe]] },
  traditional: {
    encoding: 'big5',
    first: 0xa4,
    last: 0xc5,
    lows: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
} as const

/** Common characters of a spelling, the most frequent hundred first. */
export function listHanzi(spelling: Spelling): string[] {
  const { encoding, first, last, lows } = commonHalf[spelling]
  const bytes: number[] = []
  for (let high = first; high <= last; high++) {
    for (const [low, end] of lows) for (let at = low; at <= end; at++) bytes.push(high, at)
  }
  const decoded = new TextDecoder(encoding).decode(new Uint8Array(bytes))
  const others = Array.from(decoded).filter((character) => /^[\u4e00-\u9fff]$/.test(character))
  return [...new Set(Array.from(frequent[spelling]).concat(others))]
}

/** Hiragana, the small ones and rare ones left out. */
export const kana = Array.from(
  'のにはをたがでてとしれさるいもなかっらりこすあくきまけせつえおそちみわどめよやうほねひへふゆむろ',
)

/** Pictographs as titles of videos carry them. */
export const emoji = ['🚋', '🍵', '📷', '🌏', '🎬', '✨', '🏙️', '👨‍👩‍👧']
