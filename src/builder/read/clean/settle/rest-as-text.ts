import { makeMark } from './mark.ts'
import { makeSourceElement, makeSourceText } from './source-nodes.ts'
import type { SourceNode } from '../source/source-html.ts'

/** More characters would take half a gigabyte of memory. They are in the source file alone. */
export const mostRest = 4_000_000

/** Characters of one element, so that a browser need not lay out all at once. */
const mostCharacters = 20_000

/** What stands for the rest of a body beyond its bound: a mark that says so, and the source as text. */
export function makeRest(rest: string): SourceNode[] {
  if (rest === '') return []
  const shown = splitRest(rest.slice(0, mostRest)).map(makeText)
  const end = rest.length > mostRest ? [makeMarkLine('…')] : []
  return [makeMarkLine('</>'), ...shown, ...end]
}

function makeMarkLine(words: string): SourceNode {
  return makeSourceElement('p', {}, [makeMark('markup', words)])
}

function makeText(text: string): SourceNode {
  return makeSourceElement('pre', {}, [makeSourceText(text)])
}

function splitRest(rest: string): string[] {
  const pieces: string[] = []
  let at = 0
  while (at < rest.length) {
    const end = at + mostCharacters
    // Both halves of a character stay together.
    const isTorn = /[\ud800-\udbff]/.test(rest[end - 1] ?? '')
    pieces.push(rest.slice(at, isTorn ? end + 1 : end))
    at = isTorn ? end + 1 : end
  }
  return pieces
}
