import { expect, test } from 'vitest'
import { listTerms, startMark } from './list-terms.ts'

const long = 'abcdefghij'.repeat(7)

test.each([
  ['nothing for an empty text', '', []],
  ['a word', 'ferry', ['0 ferry']],
  ['words and numbers', 'the 5 ferries', ['0 the', '4 5', '6 ferries']],
  ['each dense character with the next', '台湾人民', ['0 台湾', '1 湾人', '2 人民', '3 民']],
  ['bigrams across a space', '台湾 人 民', ['0 台湾', '1 湾 人', '3 人 民', '5 民']],
  ['a single character', '台', ['0 台']],
  [
    'an extra term for a character after a word',
    'a 台湾 人',
    ['0 a', '2 台^', '2 台湾', '3 湾 人', '5 人'],
  ],
  ['words between characters', '第 5 代 iphone', ['0 第', '2 5', '4 代^', '4 代', '6 iphone']],
  [
    'bigrams of kana, Hangul and Thai',
    'カー 한국 กิ',
    ['0 カー', '1 ー 한', '3 한국', '4 국 ก', '6 กิ', '7 ิ'],
  ],
  ['a surrogate pair as one character', '𠮷野𠮷', ['0 𠮷野', '2 野𠮷', '3 𠮷']],
  ['surrogate pairs next to spaces', '𠮷 野 𠮷', ['0 𠮷 野', '3 野 𠮷', '5 𠮷']],
  ['words of other scripts', 'елка שלום 𐐨𐐨', ['0 елка', '5 שלום', '10 𐐨𐐨']],
  ['a word of 32 units as one term', long.slice(0, 32), [`0 ${long.slice(0, 32)}`]],
  [
    'a longer word in marked pieces',
    long,
    [`0 ${long.slice(0, 32)}\0`, `32 \0${long.slice(32, 64)}\0`, `64 \0${long.slice(64)}`],
  ],
  ['no lone surrogates', `a${'𐐨'.repeat(17)}`, [`0 a${'𐐨'.repeat(15)}\0`, `31 \0${'𐐨'.repeat(2)}`]],
])('lists %s', (_what, folded, expected) => {
  const terms: string[] = []
  listTerms(folded, (term, position) =>
    terms.push(`${String(position)} ${term}`.replace(startMark, '^')),
  )
  expect(terms).toEqual(expected)
})
