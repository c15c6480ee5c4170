import { compareWords, type Piece } from './compare-words.ts'
import { findEdits, type Edit } from './edit-script.ts'
import { pairParagraphs } from './pair-paragraphs.ts'

/** Paragraphs that both versions share, or one paragraph that was changed, added or removed. */
export type Passage = { kind: 'same'; paragraphs: string[] } | { kind: 'changed'; pieces: Piece[] }

/** The difference between two texts. */
export interface TextDifference {
  passages: Passage[]
  /** Number of passages that changed. */
  changes: number
  /** Whether some changes are shown as whole paragraphs because there are too many to compare word by word. */
  isCoarse: boolean
}

/** Maximum of added and removed paragraphs. Beyond it, all between the first and last change counts as rewritten. */
const mostEdits = 4_000

/** Characters of changed paragraphs to compare word by word; more would take a noticeable time. */
const mostCharacters = 200_000

/**
 * Compares two texts with one paragraph a line: first the paragraphs, then the words of those that changed.
 * Takes bounded time.
 */
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
      // After too many edits the whole stretch counts as rewritten, and some of its paragraphs may be equal.
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

/** Groups edits into runs: equal paragraphs and the changes that follow them. */
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
