import { makeRandom, type Random } from '../generate/random.ts'

export interface QueryPlan {
  /** Pieces of 2 to 8 characters, wherever they come from. */
  pieces: number
  /** Words, quoted phrases, and words beside a Chinese piece, in turn. */
  phrases: number
  seed: number
}

const word = /[\p{Script=Latin}\p{M}\d]{2,}/gu
const pair = /[\p{Script=Latin}\p{M}\d]{2,}\s[\p{Script=Latin}\p{M}\d]{2,}/gu
const dense = /\p{Script=Han}{2,4}/gu
/** A character of a script without spaces, or a word. */
const unit = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{Script=Latin}\p{M}\d]+/gu

type Draw = (text: string, random: Random) => string | undefined

// A text that holds nothing of the wanted kind is passed over; an archive without any ends the search.
const triesPerQuery = 20

/** Draws queries from texts that they are to find; the same ones for the same texts and plan. */
export function drawQueries(texts: readonly string[], plan: QueryPlan): string[] {
  const random = makeRandom(plan.seed)
  const queries: string[] = []
  for (let at = 0; at < plan.pieces + plan.phrases; at++) {
    const draw = phraseDraws[(at - plan.pieces) % phraseDraws.length] ?? drawPiece
    for (let turn = 0; turn < triesPerQuery; turn++) {
      const query = draw(random.pick(texts), random)
      if (query === undefined) continue
      queries.push(query)
      break
    }
  }
  return queries
}

/** A piece of 2 to 8 characters, signs not counted, that neither begins nor ends inside a word. */
const drawPiece: Draw = (text, random) => {
  const units = [...text.matchAll(unit)]
  const first = random.below(Math.max(1, units.length))
  let left = 2 + random.below(7)
  let end = 0
  for (const { 0: characters, index } of units.slice(first)) {
    left -= characters.length
    if (left < 0) break
    end = index + characters.length
  }
  const piece = text.slice(units[first]?.index ?? 0, end)
  // Signs that would make another query of it.
  return piece.length < 2 || /["“”„«»＂:：]/u.test(piece) ? undefined : quote(piece)
}

function drawOne(text: string, random: Random, pattern: RegExp): string | undefined {
  const found = text.match(pattern)
  return found === null ? undefined : quote(random.pick(found))
}

const drawWord: Draw = (text, random) => drawOne(text, random, word)
const drawPhrase: Draw = (text, random) => drawOne(text, random, pair)
const drawMixed: Draw = (text, random) => {
  const parts = [drawOne(text, random, dense), drawWord(text, random)]
  return parts.includes(undefined) ? undefined : parts.join(' ')
}
const phraseDraws = [drawWord, drawPhrase, drawWord, drawMixed]

/** White space parts a query into words, unless it stands in quotes. */
function quote(piece: string): string {
  return /\s/u.test(piece) ? `"${piece.replaceAll(/\s+/gu, ' ')}"` : piece
}
