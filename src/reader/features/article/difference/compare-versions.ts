import { compareWords, type Piece } from './compare-words.ts'
import { findEdits, type Edit } from './edit-script.ts'
import { pairParagraphs } from './pair-paragraphs.ts'

/** Paragraphs that both versions have, or one paragraph that changed, came or went. */
export type Passage = { kind: 'same'; paragraphs: string[] } | { kind: 'changed'; pieces: Piece[] }

/** What changed from one text to another. */
export interface TextDifference {
  passages: Passage[]
  /** Passages that changed. */
  changes: number
  /** Whether somewhere whole paragraphs stand for what changed, because there is too much of it. */
  isCoarse: boolean
}

/** Most paragraphs that may have come and gone; beyond, all between the first and the last change is shown as rewritten. */
const mostEdits = 4_000

/** Characters of changed paragraphs that are compared word by word; the time for more would be felt. */
const mostCharacters = 200_000

/** Compares two texts, paragraphs in lines: first these, then the words of those that changed. Takes bounded time. */
export function compareVersions(before: string, after: string): TextDifference {
  const [old, young] = [toParagraphs(before), toParagraphs(after)]
  const edits = findEdits(old, young, mostEdits)
  const difference: TextDifference = { passages: [], changes: 0, isCoarse: edits === undefined }
  let left = mostCharacters
  const compare = (pair: { before?: string; after?: string }): Piece[] => {
    const [from, to] = [pair.before ?? '', pair.after ?? '']
    if (from === '' || to === '') return toWholePieces(from, to)
    left -= from.length + to.length
    const pieces = left < 0 ? undefined : compareWords(from, to)
    if (pieces === undefined) difference.isCoarse = true
    return pieces ?? toWholePieces(from, to)
  }
  for (const { same, removed, added } of toRuns(edits ?? toRewritten(old, young))) {
    keepSame(difference, same)
    for (const pair of pairParagraphs(removed, added)) {
      // So many edits that they were not looked for may leave equal paragraphs among what was rewritten.
      if (pair.before !== undefined && pair.before === pair.after) {
        keepSame(difference, [pair.before])
        continue
      }
      difference.passages.push({ kind: 'changed', pieces: compare(pair) })
      difference.changes++
    }
  }
  return difference
}

function keepSame({ passages }: TextDifference, paragraphs: string[]): void {
  const last = passages.at(-1)
  if (last?.kind === 'same') last.paragraphs = last.paragraphs.concat(paragraphs)
  else if (paragraphs.length > 0) passages.push({ kind: 'same', paragraphs })
}

function toParagraphs(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function toWholePieces(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return pieces.filter(({ text }) => text !== '')
}

function toRewritten(before: string[], after: string[]): Edit<string>[] {
  return [
    { kind: 'removed', items: before },
    { kind: 'added', items: after },
  ]
}

interface Run {
  same: string[]
  removed: string[]
  added: string[]
}

/** Equal paragraphs with what changed behind them. */
function toRuns(edits: readonly Edit<string>[]): Run[] {
  const runs: Run[] = []
  for (const { kind, items } of edits) {
    const last = runs.at(-1)
    if (kind === 'same' || last === undefined) {
      runs.push({ same: [], removed: [], added: [], [kind]: items })
    } else last[kind] = items
  }
  return runs
}
