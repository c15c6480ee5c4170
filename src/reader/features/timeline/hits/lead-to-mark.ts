import type { Snippet } from '#search/query/snippet.ts'

/** Width before the first mark that a row always has room for, in halves of a full-width character. */
const seenWidth = 24
/** Width to keep before the first mark when the beginning is cut, in the same unit. */
const leadWidth = 16

const breakPattern = /[\s，。！？；：、,.!?;:」』）)]/u
const joinedPattern = /\p{M}|\u200d|\ufe0f|[\udc00-\udfff]/u

/**
 * Cuts the beginning of a text so that its first mark is near the start: a row shows only a line or two. It cuts between
 * words or sentences if possible, and never inside an emoji or between a letter and its combining marks.
 */
export function leadToMark({ text, marks }: Snippet): Snippet {
  const first = marks[0]?.start ?? 0
  if (toWidth(text.slice(0, first)) <= seenWidth) return { text, marks }
  const cut = findCut(text, first)
  return {
    text: `…${text.slice(cut)}`,
    marks: marks.map(({ start, end }) => ({ start: start - cut + 1, end: end - cut + 1 })),
  }
}

function findCut(text: string, first: number): number {
  let earliest = first
  for (let width = 0; earliest > 0 && width < leadWidth; earliest--)
    width += toWidth(text.charAt(earliest - 1))
  for (let at = earliest; at < first; at++) {
    if (breakPattern.test(text.charAt(at - 1)) && text.charAt(at) !== ' ') return at
  }
  let cut = earliest
  while (cut < first && (joinedPattern.test(text.charAt(cut)) || text.charAt(cut - 1) === '\u200d'))
    cut++
  return cut
}

function toWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f ? 2 : 1
  return width
}
