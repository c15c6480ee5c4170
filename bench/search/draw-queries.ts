import { toCharacterClass } from '#search/fold/character-class.ts'
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
  /** Folded text of a row. */
  readFolded(ordinal: number): Promise<string>
}

type Draw = (folded: string, random: Random) => string | undefined

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
      const query = draw(await source.readFolded(random.below(source.count)), random)
      if (query === undefined) continue
      queries.push(query)
      break
    }
  }
  return queries
}

/**
 * A piece of 2 to 8 characters, cut short where it would begin or end inside a word. It is written as people write, `第5代`, and in
 * quotes where a space has to stay.
 */
export function drawPiece(folded: string, random: Random): string | undefined {
  const characters = Array.from(folded)
  let start = random.below(Math.max(1, characters.length))
  let end = Math.min(characters.length, start + 2 + random.below(7))
  while (start < end && isInsideWord(characters, start)) start++
  while (end > start && isInsideWord(characters, end)) end--
  const piece = characters
    .slice(start, end)
    .filter((character, at) => character !== ' ' || !isBetweenScripts(characters, start + at))
    .join('')
    .trim()
  if (Array.from(piece).length < 2) return undefined
  return piece.includes(' ') ? `"${piece}"` : piece
}

/** Folding sets a space where a word meets a script without spaces, whether there was one or not. */
function isBetweenScripts(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1], characters[at + 1]]
  if (before === undefined || after === undefined) return false
  return (toCharacterClass(before) === 'word') !== (toCharacterClass(after) === 'word')
}

/** A word of at least two letters or digits. */
function drawWord(folded: string, random: Random): string | undefined {
  const words = folded.split(' ').filter(isWord)
  return words.length === 0 ? undefined : random.pick(words)
}

/** Two words that stand beside each other, as a phrase. */
function drawPhrase(folded: string, random: Random): string | undefined {
  const words = folded.split(' ')
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1]
    return isWord(word) && next !== undefined && isWord(next) ? [`"${word} ${next}"`] : []
  })
  return pairs.length === 0 ? undefined : random.pick(pairs)
}

/** A piece and a word of the same text. */
function drawMixed(folded: string, random: Random): string | undefined {
  const runs = folded.split(' ').flatMap((run) => {
    const characters = Array.from(run)
    return characters.length >= 2 && characters.every(isDenseCharacter) ? [characters] : []
  })
  const word = drawWord(folded, random)
  if (runs.length === 0 || word === undefined) return undefined
  const run = random.pick(runs)
  const start = random.below(run.length - 1)
  return `${run.slice(start, start + 2 + random.below(3)).join('')} ${word}`
}

const phraseDraws: readonly Draw[] = [drawWord, drawPhrase, drawWord, drawMixed]

function isInsideWord(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1], characters[at]]
  if (before === undefined || after === undefined) return false
  return toCharacterClass(before) === 'word' && toCharacterClass(after) === 'word'
}

function isWord(text: string): boolean {
  const characters = Array.from(text)
  return (
    characters.length >= 2 &&
    characters.every((character) => toCharacterClass(character) === 'word')
  )
}

function isDenseCharacter(character: string): boolean {
  return toCharacterClass(character) === 'dense'
}
