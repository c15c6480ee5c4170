// Runs in worker threads and, for small archives, on the main one.
import { isDenseCode, splitUnits, type TextUnits } from './split-units.ts'

/** Words have numbers below this; some that differ share one. */
export const wordNumbers = 2 ** 20
/** Number of the title among the sentences, see `placeSentences`. */
export const titleSentence = 32

/** Different words that stand together: in the title, in one sentence, or in a stretch of what lies between those kept. */
export interface SentenceWords {
  /** As `placeSentences` numbers it, or `titleSentence`. */
  sentence: number
  /** Numbers of words; of scripts without spaces those of two characters each. */
  words: number[]
}

/** What a text is about stands at its beginning: further units tell two texts apart no better. */
const mostUnits = 1_200
/** A longer stretch counts as several. */
const mostTogether = 100
const shortestWord = 3

/** Lists the words of title and beginning, by sentence, for telling how alike two texts are. */
export function listSentenceWords(
  units: TextUnits,
  { sentenceOf, titleEnd }: { sentenceOf: Uint8Array; titleEnd: number },
): SentenceWords[] {
  const found: SentenceWords[] = []
  const known = new Set<number>()
  let current: SentenceWords | undefined
  let read = 0
  for (let at = 0; at < units.length && read < mostUnits; at++) {
    const isInTitle = (units.starts[at] ?? 0) < titleEnd
    if (!isInTitle) read++
    const word = toWordNumber(units, at)
    if (word === undefined) continue
    const sentence = isInTitle ? titleSentence : (sentenceOf[at] ?? 0)
    if (current?.sentence !== sentence || current.words.length === mostTogether) {
      current = { sentence, words: [] }
      found.push(current)
      known.clear()
    }
    if (known.has(word)) continue
    known.add(word)
    current.words.push(word)
  }
  return found
}

/** The words of a term, by which it can be found among those of posts. */
export function listTermWords(term: string): number[] {
  const units = splitUnits(term, mostUnits)
  return Array.from({ length: units.length }, (_, at) => toWordNumber(units, at) ?? []).flat()
}

function toWordNumber({ codes, joined, starts, ends }: TextUnits, at: number): number | undefined {
  const code = codes[at] ?? 0
  if (isDenseCode(code)) {
    return joined[at + 1] === 1
      ? mix(Math.imul(code, 0x9e3779b1) ^ (codes[at + 1] ?? 0))
      : undefined
  }
  return (ends[at] ?? 0) - (starts[at] ?? 0) < shortestWord ? undefined : mix(code)
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & (wordNumbers - 1)
}
