// Behind an address a line goes on with something else; `watch?v=` and `e.g.` end nothing.
const endPattern =
  /https?:\/\/[!-~]+\s*|[。！？!?]+["”’」』）)]*\s*|(?<=[^\s.]{4}|\d|\s\p{Ll}{2,3})\.["”’)]?(?:\s+|$)/gu

/** Width of the shortest sentence that stands alone: eight Chinese characters, about three words. */
const leastWidth = 16

/**
 * Splits a line into sentences, which joined are the line again. What is too short to mean much without the words
 * beside it (`Why?`, `大家好！`) stays with what follows or, at the end of the line, with what precedes.
 */
export function splitSentences(line: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const { 0: sign, index } of line.matchAll(endPattern)) {
    const end = index + sign.length
    if (!isWide(line, start, end)) continue
    sentences.push(line.slice(start, end))
    start = end
  }
  if (start === line.length) return sentences
  if (sentences.length > 0 && !isWide(line, start, line.length)) {
    sentences.push(`${sentences.pop()}${line.slice(start)}`)
  } else sentences.push(line.slice(start))
  return sentences
}

/** Whether a part of a line has the least width; characters beyond Latin count twice. */
function isWide(line: string, start: number, end: number): boolean {
  let width = 0
  for (let at = start; at < end; at++) {
    width += line.charCodeAt(at) < 0x1100 ? 1 : 2
    if (width >= leastWidth) return true
  }
  return false
}
