import { facetNames, type FacetName } from '#core/facet/facet.ts'

/** A part of a query as typed: the text between spaces, or in quotes. */
export interface QueryChunk {
  isExcluded: boolean
  field: 'any' | 'title' | FacetName
  text: string
  isQuoted: boolean
}

const quotes = '"\u201c\u201d\u201e\u201f\uff02'
const minusPattern = /[-\uff0d\u2212]/u
const fieldPattern = new RegExp(`^(title|${facetNames.join('|')})[:\uff1a]`, 'iu')
const spacePattern = /\s/u

/** Splits a query into chunks. `isUnclosed` if its last quote is never closed. Never fails. */
export function splitQuery(input: string): { chunks: QueryChunk[]; isUnclosed: boolean } {
  const chunks: QueryChunk[] = []
  let isUnclosed = false
  let at = skipSpace(input, 0)
  while (at < input.length) {
    const head = readHead(input, at)
    const body = readText(input, head.end)
    isUnclosed ||= body.isUnclosed
    chunks.push({
      isExcluded: head.isExcluded,
      field: head.field,
      text: body.text,
      isQuoted: body.isQuoted,
    })
    at = skipSpace(input, body.end)
  }
  return { chunks, isUnclosed }
}

/** Reads the optional minus sign and field name at the start of a chunk. */
function readHead(
  input: string,
  start: number,
): Pick<QueryChunk, 'isExcluded' | 'field'> & { end: number } {
  const isExcluded = minusPattern.test(input.charAt(start))
  const at = isExcluded ? start + 1 : start
  // Field names may also be typed in full-width letters.
  const name = fieldPattern.exec(input.slice(at, at + 16).normalize('NFKC'))
  if (name === null) return { isExcluded, field: 'any', end: at }
  const field = (name[1] ?? '').toLowerCase()
  return { isExcluded, field: isFacetName(field) ? field : 'title', end: at + name[0].length }
}

function readText(input: string, start: number) {
  const isQuoted = start < input.length && quotes.includes(input.charAt(start))
  let end = isQuoted ? start + 1 : start
  const isEnd = (sign: string) => (isQuoted ? quotes.includes(sign) : spacePattern.test(sign))
  while (end < input.length && !isEnd(input.charAt(end))) end++
  const text = input.slice(isQuoted ? start + 1 : start, end)
  const isUnclosed = isQuoted && end === input.length
  return { text, isQuoted, isUnclosed, end: isQuoted ? end + 1 : end }
}

function skipSpace(input: string, start: number): number {
  let at = start
  while (at < input.length && spacePattern.test(input.charAt(at))) at++
  return at
}

function isFacetName(name: string): name is FacetName {
  return facetNames.some((known) => known === name)
}
