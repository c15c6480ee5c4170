import { isDense } from '#search/fold/character-class.ts'
import { foldWithOffsets, type Folding } from '#search/fold/fold-text.ts'
import { makeRandom, type Random } from '../generate/random.ts'

/** How many queries are drawn, and from which chance. */
export interface QueryPlan {
  /** Pieces of 2 to 8 characters, wherever they come from. */
  pieces: number
  /** Words, quoted phrases, and words beside a Chinese piece, in turn. */
  phrases: number
  seed: number
}

/** Texts to draw from. */
export interface QuerySource {
  count: number
  /** Text of a row, as written. */
  readText(ordinal: number): Promise<string>
}

/** A text with its folding; what is drawn is what stands in the text, not what it folds to. */
interface DrawText {
  text: string
  folding: Folding
}

type Draw = (from: DrawText, random: Random) => string | undefined

// A row whose text holds nothing of the wanted kind is passed over; an archive without any ends the search.
const triesPerQuery = 20

/** Draws queries from the texts they are to find; the same ones for the same texts and plan. */
export async function drawQueries(source: QuerySource, plan: QueryPlan): Promise<string[]> {
  const random = makeRandom(plan.seed)
  const draws: Draw[] = [
    ...Array.from({ length: plan.pieces }, () => drawPiece),
    ...Array.from(
      { length: plan.phrases },
      (_, at) => phraseDraws[at % phraseDraws.length] ?? drawWord,
    ),
  ]
  const queries: string[] = []
  for (const draw of draws) {
    for (let turn = 0; turn < triesPerQuery; turn++) {
      const text = await source.readText(random.below(source.count))
      const query = draw({ text, folding: foldWithOffsets(text) }, random)
      if (query === undefined) continue
      queries.push(query)
      break
    }
  }
  return queries
}

/** A piece of 2 to 8 characters, signs not counted, cut short where it would begin or end inside a word. */
function drawPiece({ text, folding }: DrawText, random: Random): string | undefined {
  const runs = listRuns(folding.folded).flatMap(({ start, end, isWord }) =>
    isWord ? [{ start, end }] : listCharacters(folding.folded, start, end),
  )
  let at = random.below(Math.max(1, runs.length))
  const wanted = 2 + random.below(7)
  const first = runs[at]
  let last: Range | undefined
  let length = 0
  for (; at < runs.length; at++) {
    const run = runs[at]
    if (run === undefined) break
    length += run.end - run.start
    if (length > wanted) break
    last = run
  }
  if (first === undefined || last === undefined || last.end - first.start < 2) return undefined
  return cut(text, folding, { start: first.start, end: last.end })
}

/** A word of at least two letters or digits. */
function drawWord({ text, folding }: DrawText, random: Random): string | undefined {
  const words = listRuns(folding.folded).filter(isLongWord)
  return words.length === 0 ? undefined : cut(text, folding, random.pick(words))
}

/** Two words that stand beside each other, as a phrase. */
function drawPhrase({ text, folding }: DrawText, random: Random): string | undefined {
  const runs = listRuns(folding.folded)
  const pairs = runs.flatMap((run, at) => {
    const next = runs[at + 1]
    const isPair = isLongWord(run) && next !== undefined && isLongWord(next)
    return isPair ? [{ start: run.start, end: next.end }] : []
  })
  return pairs.length === 0 ? undefined : cut(text, folding, random.pick(pairs))
}

/** A Chinese piece and a word of the same text. */
function drawMixed(from: DrawText, random: Random): string | undefined {
  const { text, folding } = from
  const runs = listRuns(folding.folded).filter(
    ({ start, end, isWord }) => !isWord && end - start >= 2,
  )
  const word = drawWord(from, random)
  if (runs.length === 0 || word === undefined) return undefined
  const run = random.pick(runs)
  const start = run.start + random.below(run.end - run.start - 1)
  const piece = cut(text, folding, { start, end: Math.min(run.end, start + 2 + random.below(3)) })
  return piece === undefined ? undefined : `${piece} ${word}`
}

const phraseDraws: readonly Draw[] = [drawWord, drawPhrase, drawWord, drawMixed]

interface Range {
  start: number
  end: number
}

/** What stands between the spaces of a folded text: words, and stretches of scripts without spaces. */
function listRuns(folded: string): (Range & { isWord: boolean })[] {
  return Array.from(folded.matchAll(/[^ ]+/g), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    isWord: !isDense(run.charCodeAt(0)),
  }))
}

function isLongWord({ start, end, isWord }: Range & { isWord: boolean }): boolean {
  return isWord && end - start >= 2
}

function listCharacters(folded: string, start: number, end: number): Range[] {
  const characters: Range[] = []
  for (let at = start; at < end;) {
    const length = String.fromCodePoint(folded.codePointAt(at) ?? 0).length
    characters.push({ start: at, end: at + length })
    at += length
  }
  return characters
}

/** What is written at a place of the folded text; in quotes when white space parts it; nothing that says more to a search than words. */
function cut(text: string, { starts, ends }: Folding, { start, end }: Range): string | undefined {
  const piece = text.slice(starts[start], ends[end - 1])
  if (/["“”„«»＂:：]/u.test(piece)) return undefined
  return /\s/u.test(piece) ? `"${piece.replaceAll(/\s+/gu, ' ')}"` : piece
}
