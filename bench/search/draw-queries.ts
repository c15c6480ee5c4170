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

/** Patterns of words, quoted phrases, and words beside a Chinese piece. */
const phrases = [[word], [pair], [word], [dense, word]]

// A text that holds nothing of the wanted kind is passed over; an archive without any ends the search.
const triesPerQuery = 20

/** Draws queries from texts that they are to find; the same ones for the same texts and plan. */
export function drawQueries(texts: readonly string[], plan: QueryPlan): string[] {
  const random = makeRandom(plan.seed)
  const queries: string[] = []
  for (let at = 0; at < plan.pieces + plan.phrases; at++) {
    const patterns = at < plan.pieces ? undefined : phrases[(at - plan.pieces) % phrases.length]
    for (let turn = 0; turn < triesPerQuery; turn++) {
      const text = random.pick(texts)
      const query = patterns ? drawPhrase(text, random, patterns) : drawPiece(text, random)
      if (query === undefined) continue
      queries.push(query)
      break
    }
  }
  return queries
}

/** A piece of 2 to 8 characters, signs not counted, that neither begins nor ends inside a word. */
function drawPiece(text: string, random: Random): string | undefined {
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
  return piece.length < 2 || /["“”„«»＂:：|｜()（）]/u.test(piece) ? undefined : quote(piece)
}

/** Something of each pattern, wherever it stands in the text. */
function drawPhrase(text: string, random: Random, patterns: readonly RegExp[]) {
  const found = patterns.flatMap((pattern) => {
    const all = text.match(pattern)
    return all === null ? [] : quote(random.pick(all))
  })
  return found.length < patterns.length ? undefined : found.join(' ')
}

/** White space parts a query into words, unless it stands in quotes. */
function quote(piece: string): string {
  return /\s/u.test(piece) ? `"${piece.replaceAll(/\s+/gu, ' ')}"` : piece
}
