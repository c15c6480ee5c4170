import { readFileSync } from 'node:fs'
import { makeZipf } from '../random.ts'
import { makeRandom, type Random } from '../random.ts'
import { kana, listHanzi, type Spelling } from './characters.ts'

export type DrawWord = (random: Random) => string

/** Different words of a language: about as many as a newspaper uses often. */
const vocabularySize = 12_000

/**
 * Words of one to four Han characters. A fixed vocabulary instead of single characters: real text
 * repeats its bigrams, which is what compresses and what a search index holds.
 */
export function makeHanLexicon(spelling: Spelling): DrawWord {
  const characters = listHanzi(spelling).slice(0, 2_600)
  const drawCharacter = makeZipf(characters.length, 0.8, 8)
  return makeLexicon(1_913, characters.slice(0, 120), (random) => {
    const length = random.chance(0.8) ? 2 : random.chance(0.7) ? 3 : 4
    return Array.from({ length }, () => characters[drawCharacter(random)] ?? '').join('')
  })
}

/** English: a list of common words, then made-up ones, which stand for names and terms. */
export function makeEnglishLexicon(): DrawWord {
  const common = readFileSync(new URL('english-words.txt', import.meta.url), 'utf8')
  return makeLexicon(1_755, common.trim().split(/\s+/), (random) =>
    Array.from({ length: random.chance(0.6) ? 2 : 3 }, () => makeSyllable(random)).join(''),
  )
}

/** Japanese: Han characters with kana endings. */
export function makeJapaneseLexicon(): DrawWord {
  const characters = listHanzi('traditional').slice(100, 1_100)
  return makeLexicon(1_008, kana.slice(0, 24), (random) => {
    const length = 1 + random.below(2)
    const stem = Array.from({ length }, () => random.pick(characters)).join('')
    return stem + Array.from({ length: random.below(3) }, () => random.pick(kana)).join('')
  })
}

const onsets = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st str t tr v w'
const vowels = 'a e i o u ai ea ee oa ou'
const codas = 'l m n nd nt r rd rk s st t ck ng sh'

function makeSyllable(random: Random): string {
  const coda = random.chance(0.5) ? random.pick(codas.split(' ')) : ''
  return random.pick(onsets.split(' ')) + random.pick(vowels.split(' ')) + coda
}

function makeLexicon(
  seed: number,
  common: readonly string[],
  makeWord: (random: Random) => string,
): DrawWord {
  const random = makeRandom(seed)
  const words = [...common]
  while (words.length < vocabularySize) words.push(makeWord(random))
  const drawRank = makeZipf(words.length, 1, 2)
  return (random) => words[drawRank(random)] ?? ''
}
