/** Scripts without spaces have rows of any length, of which a file may break a line anywhere. */
const mostLetters = 8
const mostPieces = 24

/** Rows of letters of an article that are not all ASCII, spread over it, by which the encoding of its file is told: what was read right is in them. */
export function listKnownPieces(text: string): string[] {
  // Neither markup nor references of HTML can stand between letters.
  const all = Array.from(text.matchAll(/\p{L}+/gu), ([letters]) => letters.slice(0, mostLetters))
  const pieces = [...new Set(all)].filter((piece) => /\P{ASCII}/u.test(piece))
  const step = Math.max(1, pieces.length / mostPieces)
  return Array.from(
    { length: Math.min(mostPieces, pieces.length) },
    (_, turn) => pieces[Math.floor(turn * step)] ?? '',
  )
}
