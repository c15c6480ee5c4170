import { findEdits, joinSteps, type Edit } from './edit-script.ts'

/** A piece of a paragraph that is in both versions or in one of them. */
export interface Piece {
  kind: Edit<string>['kind']
  text: string
}

// Matches a word in scripts with spaces, a single character in the others, a run of white space, or one other character.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+|\s+|[^]/gu

/** Splits a text where a difference may begin or end. Joined again, the parts are the text. */
export function splitWords(text: string): string[] {
  return text.match(wordPattern) ?? []
}

/** Maximum of removals and additions in one paragraph. */
const mostEdits = 800

/** Compares two paragraphs word by word; `undefined` when they differ too much to be readable that way. */
export function compareWords(before: string, after: string): Piece[] | undefined {
  const edits = findEdits(splitWords(before), splitWords(after), mostEdits)
  return edits && dropIslands(edits).map(({ kind, items }) => ({ kind, text: items.join('') }))
}

/**
 * A word that happens to be equal between two changes breaks a rewrite into shreds, so it counts as removed and added
 * again. So do spaces and punctuation between two changes.
 */
function dropIslands(edits: readonly Edit<string>[]): Edit<string>[] {
  return dropShort(dropShort(edits, 0), mostIslandWords)
}

function dropShort(edits: readonly Edit<string>[], words: number): Edit<string>[] {
  const steps = edits.flatMap((edit, at): Edit<string>[] => {
    const isBetween = at > 0 && at < edits.length - 1
    if (edit.kind !== 'same' || !isBetween || countWords(edit) > words) return [edit]
    // Either side may have both a removal and an addition.
    const around = [edits[at - 2], edits[at - 1], edits[at + 1], edits[at + 2]]
    const changed = around.reduce((sum, other) => sum + countChanged(other), 0)
    if (words > 0 && changed < fewestAround) return [edit]
    return [
      { kind: 'removed', items: edit.items },
      { kind: 'added', items: edit.items },
    ]
  })
  return joinSteps(steps)
}

const mostIslandWords = 1
const fewestAround = 5

function countChanged(edit: Edit<string> | undefined): number {
  return edit === undefined || edit.kind === 'same' ? 0 : countWords(edit)
}

function countWords({ items }: Edit<string>): number {
  return items.filter((item) => /[\p{L}\p{N}]/u.test(item)).length
}
