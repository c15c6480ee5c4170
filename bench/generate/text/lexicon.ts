import { makeZipf } from '../draws.ts'
import { makeRandom, type Random } from '../random.ts'
import { kana, listHanzi, type Spelling } from './characters.ts'
import { englishWords, syllables } from './english-words.ts'

/** Draws a word, frequent ones often. */
export type DrawWord = (random: Random) => string

/** Different words of a language, as many as a well-read newspaper uses often. */
const vocabularySize = 12_000

/**
 * Words of one to four Han characters. A fixed vocabulary instead of single characters: real text repeats its pairs of
 * characters, and that is what compresses and what a search index holds.
 */
export function makeHanLexicon(spelling: Spelling): DrawWord {
  const characters = listHanzi(spelling).slice(0, 2_600)
  const drawCharacter = makeZipf(characters.length, 0.8, 8)
  const random = makeRandom(1_913)
  const words = characters.slice(0, 120)
  while (words.length < vocabularySize) {
    const length = random.chance(0.8) ? 2 : random.chance(0.7) ? 3 : 4
    words.push(Array.from({ length }, () => characters[drawCharacter(random)] ?? '').join(''))
  }
  return makeDraw(words)
}

/** English: a list of common words, then made-up ones. */
export function makeEnglishLexicon(): DrawWord {
  const random = makeRandom(1_755)
  const words = [...englishWords]
  while (words.length < vocabularySize) {
    const count = random.chance(0.6) ? 2 : 3
    words.push(Array.from({ length: count }, () => makeSyllable(random)).join(''))
  }
  return makeDraw(words)
}

/** Japanese: kana with Han characters between. */
export function makeJapaneseLexicon(): DrawWord {
  const random = makeRandom(1_008)
  const characters = listHanzi('traditional').slice(100, 1_100)
  const words = kana.slice(0, 24)
  while (words.length < vocabularySize) {
    const length = 1 + random.below(2)
    const stem = Array.from({ length }, () => random.pick(characters)).join('')
    const ending = Array.from({ length: random.below(3) }, () => random.pick(kana)).join('')
    words.push(stem + ending)
  }
  return makeDraw(words)
}

function makeSyllable(random: Random): string {
  const { onsets, vowels, codas } = syllables
  const coda = random.chance(0.5) ? random.pick(codas) : ''
  return random.pick(onsets) + random.pick(vowels) + coda
}

function makeDraw(words: readonly string[]): DrawWord {
  const drawRank = makeZipf(words.length, 1, 2)
  return (random) => words[drawRank(random)] ?? ''
}
