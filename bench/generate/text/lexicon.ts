import { readFileSync } from 'node:fs'
import { makeRandom, makeZipf, type Random } from '../random.ts'

export type DrawWord = (random: Random) => string

/** Different words of a language: about as many as a newspaper uses often. */
const vocabularySize = 12_000

/** Hiragana, the small ones and rare ones left out. */
const kana = Array.from(
  'のにはをたがでてとしれさるいもなかっらりこすあくきまけせつえおそちみわどめよやうほねひへふゆむろ',
)

/**
 * Words of one to four Han characters. A fixed vocabulary instead of single characters: real text
 * repeats its bigrams, which is what compresses and what a search index holds.
 */
export function makeHanLexicon(spelling: 'simplified' | 'traditional'): DrawWord {
  const characters = readList(spelling, /\S/gu)
  const drawCharacter = makeZipf(characters.length, 0.8, 8)
  return makeLexicon(1_913, characters.slice(0, 120), (random) => {
    const length = random.chance(0.8) ? 2 : random.chance(0.7) ? 3 : 4
    return repeat(length, () => characters[drawCharacter(random)] ?? '')
  })
}

/** English: a list of common words, then made-up ones, which stand for names and terms. */
export function makeEnglishLexicon(): DrawWord {
  return makeLexicon(1_755, readList('english-words', /\S+/g), (random) =>
    repeat(random.chance(0.6) ? 2 : 3, () => makeSyllable(random)),
  )
}

/** Japanese: Han characters with kana endings. */
export function makeJapaneseLexicon(): DrawWord {
  const characters = readList('traditional', /\S/gu).slice(100, 1_100)
  return makeLexicon(1_008, kana.slice(0, 24), (random) => {
    const stem = repeat(1 + random.below(2), () => random.pick(characters))
    return stem + repeat(random.below(3), () => random.pick(kana))
  })
}

const onsets = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st str t tr v w'.split(
  ' ',
)
const vowels = 'a e i o u ai ea ee oa ou'.split(' ')
const codas = 'l m n nd nt r rd rk s st t ck ng sh'.split(' ')

function makeSyllable(random: Random): string {
  const coda = random.chance(0.5) ? random.pick(codas) : ''
  return random.pick(onsets) + random.pick(vowels) + coda
}

/** A list beside this file, the most frequent first. */
function readList(name: string, item: RegExp): string[] {
  return readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8').match(item) ?? []
}

function repeat(times: number, draw: () => string): string {
  return Array.from({ length: times }, draw).join('')
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
