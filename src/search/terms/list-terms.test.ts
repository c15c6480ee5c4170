import { expect, test } from 'vitest'
import { listTerms, startMark } from './list-terms.ts'

const long = 'abcdefghij'.repeat(7)

test.each([
  ['nothing for an empty text', '', []],
  ['a word', 'ferry', ['0 ferry']],
  ['words and numbers', 'the 5 ferries', ['0 the', '3 5', '4 ferries']],
  ['each dense character with the next', '台湾人民', ['0 台湾', '1 湾人', '2 人民', '3 民']],
  ['bigrams across a space', '台湾 人 民', ['0 台湾', '1 湾 人', '3 人 民', '5 民']],
  ['a single character', '台', ['0 台']],
  [
    'an extra term for a character after a word',
    'a 台湾 人',
    ['0 a', '1 台^', '1 台湾', '2 湾 人', '4 人'],
  ],
  ['words between characters', '第 5 代 iphone', ['0 第', '1 5', '2 代^', '2 代', '3 iphone']],
  [
    'bigrams of kana, Hangul and Thai',
    'カー 한국 กิ',
    ['0 カー', '1 ー 한', '3 한국', '4 국 ก', '6 กิ', '7 ิ'],
  ],
  ['a surrogate pair as one character', '𠮷野𠮷', ['0 𠮷野', '2 野𠮷', '3 𠮷']],
  ['surrogate pairs next to spaces', '𠮷 野 𠮷', ['0 𠮷 野', '3 野 𠮷', '5 𠮷']],
  ['words of other scripts', 'елка שלום 𐐨𐐨', ['0 елка', '4 שלום', '8 𐐨𐐨']],
  ['a word of 32 units as one term', long.slice(0, 32), [`0 ${long.slice(0, 32)}`]],
  [
    'a longer word in marked pieces',
    long,
    [`0 ${long.slice(0, 32)}\0`, `32 \0${long.slice(32, 64)}\0`, `64 \0${long.slice(64)}`],
  ],
  ['no lone surrogates', `a${'𐐨'.repeat(17)}`, [`0 a${'𐐨'.repeat(15)}\0`, `31 \0${'𐐨'.repeat(2)}`]],
  ['words alone and joined', 'o\u0001neill sat', ['0 o', '0 oneill', '1 neill', '6 sat']],
  [
    'up to three words joined',
    'a\u0001b\u0001c\u0001d',
    ['0 a', '0 ab', '0 abc', '1 b', '1 bc', '1 bcd', '2 c', '2 cd', '3 d'],
  ],
  [
    'no joined words of a long row',
    'a\u0001b\u0001c\u0001d\u0001e\u0001f\u0001g',
    Array.from('abcdefg', (word, at) => `${String(at)} ${word}`),
  ],
  [
    'groups of digits alone and whole',
    '1\u0004234\u0004567',
    ['0 1', '0 1234567', '1 234', '4 567'],
  ],
  [
    'a number joined to a word',
    '10\u0004000\u0001er',
    ['0 10', '0 10000', '0 10000er', '2 000', '5 er'],
  ],
  ['letters with dots in both ways', 'fu\u0002r ma\u0003l', ['0 fur', '0 fuer', '3 mal', '3 maal']],
  [
    'equal readings of several words in their order',
    'a\u0001a\u0003',
    ['0 a', '0 aa', '0 aaa', '1 a', '1 aa'],
  ],
  ['a reading only once', 'u\u0002\u0001e', ['0 u', '0 ue', '0 uee', '1 e']],
  [
    'words with their signs and without',
    '.net canal+ --hard',
    ['0 net', '0 .net', '3 canal', '3 canal+', '8 hard', '8 --hard'],
  ],
  ['a single letter only with its sign', 'c++ c# 5+', ['0 c++', '1 c#', '2 5', '2 5+']],
  ['emoji before what follows, once', 'a 🎉 👍 🎉 b 🎉', ['0 a', '1 🎉', '1 👍', '1 b', '2 🎉']],
  ['bigrams across an emoji', '港 🎉 口', ['0 港 口', '1 🎉', '2 🎉', '2 口']],
])('lists %s', (_what, folded, expected) => {
  const terms: string[] = []
  listTerms(folded, (term, position) =>
    terms.push(`${String(position)} ${term}`.replace(startMark, '^')),
  )
  expect(terms).toEqual(expected)
})
