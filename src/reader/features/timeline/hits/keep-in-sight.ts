import type { Snippet } from '#search/query/snippet.ts'

/** Width that a row of a search always has room for, in halves of a full-width character: also on a phone, with a picture. */
export const rowRooms = { title: 56, excerpt: 68 } as const

/** Width to keep before a mark when the beginning is cut, in the same unit. */
const leadWidth = 16
/** Most pieces of a text in a row: with more, none would say anything. */
const mostPieces = 3

const breakPattern = /[\s，。！？；：、,.!?;:」』）)]/u
const joinedPattern = /\p{M}|\u200d|\ufe0f|[\udc00-\udfff]/u

interface Piece {
  start: number
  end: number
}

/**
 * Cuts a text so that its marks are within `room`: a row shows only a line or two of it. Far marks of different words are
 * shown in a piece each. It cuts between words or sentences if possible, and never inside an emoji or between a letter and
 * its combining marks.
 */
export function keepInSight({ text, marks }: Snippet, room: number): Snippet {
  const last = marks.at(-1)
  if (last === undefined || toWidth(text.slice(0, last.end)) <= room) return { text, marks }
  const firsts = listFirsts(text, marks)
  const start = findCut(text, firsts[0]?.start ?? 0, leadWidth)
  const end = firsts.at(-1)?.end ?? 0
  const isNear = firsts.length === 1 || toWidth(text.slice(start, end)) <= room
  const pieces = isNear ? [{ start, end: text.length }] : toPieces(text, firsts, room)
  return joinPieces({ text, marks }, pieces)
}

/** The first mark of each different word, in order. */
function listFirsts(text: string, marks: Snippet['marks']): Piece[] {
  const words = new Map<string, Piece>()
  for (const mark of marks) {
    const word = text.slice(mark.start, mark.end).toLowerCase()
    if (!words.has(word)) words.set(word, mark)
  }
  return [...words.values()].slice(0, mostPieces)
}

function toPieces(text: string, firsts: readonly Piece[], room: number): Piece[] {
  const share = room / firsts.length
  const pieces: Piece[] = []
  for (const [at, mark] of firsts.entries()) {
    const reached = pieces.at(-1)
    // Inside the piece before it: that one is in sight, and so is this mark.
    if (reached !== undefined && mark.end <= reached.end) continue
    const start = Math.max(findCut(text, mark.start, share / 3), reached?.end ?? 0)
    const isLast = at === firsts.length - 1
    const end = isLast ? text.length : Math.max(mark.end, findEnd(text, start, share))
    if (reached?.end === start) reached.end = end
    else pieces.push({ start, end })
  }
  return pieces
}

function joinPieces({ text, marks }: Snippet, pieces: readonly Piece[]): Snippet {
  let joined = ''
  const kept: { start: number; end: number }[] = []
  for (const { start, end } of pieces) {
    if (start > 0) joined += '…'
    const shift = joined.length - start
    for (const mark of marks) {
      if (mark.start >= start && mark.end <= end)
        kept.push({ start: mark.start + shift, end: mark.end + shift })
    }
    joined += text.slice(start, end)
  }
  return { text: joined, marks: kept }
}

/** Where to cut so that some text is left before a place. */
function findCut(text: string, place: number, lead: number): number {
  let earliest = place
  for (let width = 0; earliest > 0 && width < lead; earliest--)
    width += toWidth(text.charAt(earliest - 1))
  if (earliest === 0) return 0
  for (let at = earliest; at < place; at++) {
    if (breakPattern.test(text.charAt(at - 1)) && text.charAt(at) !== ' ') return at
  }
  return skipJoined(text, earliest, place)
}

/** Where a piece of a width ends, after a whole character. */
function findEnd(text: string, start: number, share: number): number {
  let end = start
  for (let width = 0; end < text.length && width < share; end++) width += toWidth(text.charAt(end))
  return skipJoined(text, end, text.length)
}

function skipJoined(text: string, from: number, most: number): number {
  let at = from
  while (at < most && (joinedPattern.test(text.charAt(at)) || text.charAt(at - 1) === '\u200d'))
    at++
  return at
}

function toWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f ? 2 : 1
  return width
}
