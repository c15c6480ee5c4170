import { expect, test } from 'vitest'
import { listTerms, startMark } from './list-terms.ts'

const long = 'abcdefghij'.repeat(7)

test.each([
  ['nothing of nothing', '', []],
  ['a word', 'ferry', ['0 ferry']],
  ['words and numbers', 'the 5 ferries', ['0 the', '4 5', '6 ferries']],
  ['each character with the next', '台湾人民', ['0 台湾', '1 湾人', '2 人民', '3 民']],
  ['the next behind a space too', '台湾 人 民', ['0 台湾', '1 湾 人', '3 人 民', '5 民']],
  ['a character that stands alone', '台', ['0 台']],
  [
    'a character behind a word once more',
    'a 台湾 人',
    ['0 a', '2 台^', '2 台湾', '3 湾 人', '5 人'],
  ],
  ['words between characters', '第 5 代 iphone', ['0 第', '2 5', '4 代^', '4 代', '6 iphone']],
  [
    'kana, Hangul and Thai by pairs too',
    'カー 한국 กิ',
    ['0 カー', '1 ー 한', '3 한국', '4 국 ก', '6 กิ', '7 ิ'],
  ],
  ['characters of two units as one', '𠮷野𠮷', ['0 𠮷野', '2 野𠮷', '3 𠮷']],
  ['the same beside spaces', '𠮷 野 𠮷', ['0 𠮷 野', '3 野 𠮷', '5 𠮷']],
  ['words of other scripts', 'елка שלום 𐐨𐐨', ['0 елка', '5 שלום', '10 𐐨𐐨']],
  ['a word of 32 units whole', long.slice(0, 32), [`0 ${long.slice(0, 32)}`]],
  [
    'a longer word in marked pieces',
    long,
    [`0 ${long.slice(0, 32)}\0`, `32 \0${long.slice(32, 64)}\0`, `64 \0${long.slice(64)}`],
  ],
  ['no half characters', `a${'𐐨'.repeat(17)}`, [`0 a${'𐐨'.repeat(15)}\0`, `31 \0${'𐐨'.repeat(2)}`]],
])('lists %s', (_what, folded, expected) => {
  const terms: string[] = []
  listTerms(folded, (term, position) =>
    terms.push(`${String(position)} ${term}`.replace(startMark, '^')),
  )
  expect(terms).toEqual(expected)
})
