import { findEdits, joinSteps, type Edit } from './edit-script.ts'

/** A piece of a paragraph: in both versions, or in one of them. */
export interface Piece {
  kind: Edit<string>['kind']
  text: string
}

// Words of scripts with spaces, single characters of the others, runs of space, single signs.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+|\s+|[^]/gu

/** Parts a text where a difference may begin or end; the parts side by side are the text. */
export function splitWords(text: string): string[] {
  return text.match(wordPattern) ?? []
}

/** Most removals and additions that are looked for in one paragraph. */
const mostEdits = 800

/** What changed from one paragraph to another, word by word; `undefined` where that is too much to be read. */
export function compareWords(before: string, after: string): Piece[] | undefined {
  const edits = findEdits(splitWords(before), splitWords(after), mostEdits)
  return edits && dropIslands(edits).map(({ kind, items }) => ({ kind, text: items.join('') }))
}

/**
 * A word that happens to be equal between two changes tears what was rewritten into shreds: it is taken as removed and added again,
 * and so are spaces and signs between two changes.
 */
function dropIslands(edits: readonly Edit<string>[]): Edit<string>[] {
  return dropShort(dropShort(edits, 0), mostIslandWords)
}

function dropShort(edits: readonly Edit<string>[], words: number): Edit<string>[] {
  const steps = edits.flatMap((edit, at): Edit<string>[] => {
    const isBetween = at > 0 && at < edits.length - 1
    if (edit.kind !== 'same' || !isBetween || countWords(edit) > words) return [edit]
    // A removal and an addition may stand on either side.
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
