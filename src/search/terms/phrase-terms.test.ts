import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedFold } from '../fold/fold-text.ts'
import { toPhrases } from '../query/phrases.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { includesPhrase } from '../testing/search-oracle.ts'
import { listTerms, startMark } from './list-terms.ts'
import { toPhraseTerms } from './phrase-terms.ts'

const long = 'abcdefghij'.repeat(7)

describe('a phrase requires', () => {
  test.each([
    ['nothing if empty', '', []],
    ['a whole word', 'ferry', ['0 ferry']],
    ['every word', 'the ferry', ['0 the', '3 ferry']],
    ['a bigram', '台湾', ['0 台湾']],
    ['a single character, whatever follows', '台', ['0 台*']],
    ['every second bigram', '台湾人民', ['0 台湾', '2 人民']],
    ['the last bigram too if one character is left over', '台湾人', ['0 台湾', '1 湾人']],
    ['only bigrams before a word', '台湾 abc', ['0 台湾', '2 abc']],
    ['a character alone before a word', '第 5 代', ['0 第', '1 5', '2 代^']],
    ['a marked character after a word', 'abc 台', ['0 abc', '3 台^']],
    ['a marked surrogate pair after a word', 'abc 𠮷', ['0 abc', '3 𠮷^']],
    ['the bigram across a space', '台湾 人民', ['0 台湾', '1 湾 人', '3 人民']],
    ['only that bigram if it covers everything', '台 湾', ['0 台 湾']],
    ['no needless bigram next to it', '台湾人 民国', ['0 台湾', '2 人 民', '4 民国']],
    ['every space', '台 湾 人', ['0 台 湾', '2 湾 人']],
    ['only the rest after a space', '台湾 人民国', ['0 台湾', '1 湾 人', '4 民国']],
    ['a word with its signs', 'c++ code', ['0 c++', '1 code']],
    ['a flag', 'reset --hard', ['0 reset', '5 --hard']],
    ['a vowel that counts for no letter', 'mo\u0002ller sagt', ['0 moeller', '6 sagt']],
    ['emoji at what follows', '🎉 sea 👍', ['0 sea', '0 🎉', '3 👍']],
    ['emoji alone', '🎉 👍', ['0 🎉', '0 👍']],
    ['the bigram across an emoji', '港 🎉 口', ['0 港 口', '1 🎉']],
    ['bigrams of surrogate pairs', '𠮷野𠮷', ['0 𠮷野', '2 野𠮷']],
    [
      'the pieces of a long word',
      long,
      [`0 ${long.slice(0, 32)}\0`, `32 \0${long.slice(32, 64)}\0`, `64 \0${long.slice(64)}`],
    ],
  ])('%s', (_what, phrase, expected) => {
    expect(toPhraseTerms(phrase, false).map(show)).toEqual(expected)
  })

  test.each([
    ['its last word as a prefix', 'the fer', ['0 the', '3 fer*']],
    [
      'the last piece of a long word as a prefix',
      long.slice(0, 40),
      [`0 ${long.slice(0, 32)}\0`, `32 \0${long.slice(32, 40)}*`],
    ],
    ['a full piece as a prefix', long.slice(0, 32), [`0 ${long.slice(0, 32)}*`]],
    ['nothing else if it does not end in a word', '台湾', ['0 台湾']],
  ])('%s, when it may be the beginning of a word', (_what, phrase, expected) => {
    expect(toPhraseTerms(phrase, true).map(show)).toEqual(expected)
  })
})

test('the terms of a phrase occur together exactly where the phrase does', () => {
  const pieceOfText = fc.record({
    text: mixedText,
    other: mixedText,
    from: fc.nat({ max: 60 }),
    length: fc.integer({ min: 1, max: 12 }),
    isPrefix: fc.boolean(),
  })
  fc.assert(
    fc.property(pieceOfText, ({ text, other, from, length, isPrefix }) => {
      const piece = markedFold(text.slice(from % (text.length || 1)).slice(0, length))
      const texts = [text, other, `${other}${text}`].map(markedFold)
      for (const phrase of toPhrases(piece))
        for (const folded of texts)
          expect(hasTerms(folded, phrase, isPrefix)).toBe(
            includesPhrase(folded, { phrase, isPrefix }),
          )
    }),
    { numRuns: 5_000 },
  )
})

test('words longer than a term are distinguished', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '𐐨'), minLength: 25, maxLength: 75 })
  fc.assert(
    fc.property(letters, letters, fc.nat(), fc.boolean(), (a, b, cut, isPrefix) => {
      const folded = markedFold(`${a} ${b}`)
      for (const part of [
        a,
        a.slice(0, cut % a.length),
        a.slice(cut % a.length),
        `${a} ${b.slice(0, cut % b.length)}`,
      ]) {
        const phrase = markedFold(part)
        if (phrase === '') continue
        expect(hasTerms(folded, phrase, isPrefix)).toBe(
          includesPhrase(folded, { phrase, isPrefix }),
        )
      }
    }),
    { numRuns: 1_000 },
  )
})

/** Whether an index of one text finds the phrase: some place has every term of it at its offset. */
function hasTerms(folded: string, phrase: string, isPrefix: boolean): boolean {
  const termsAt = new Map<number, string[]>()
  listTerms(folded, (term, position) => {
    termsAt.set(position, [...(termsAt.get(position) ?? []), term])
  })
  const wanted = toPhraseTerms(phrase, isPrefix)
  return [...termsAt.keys()].some((start) =>
    wanted.every(({ term, offset, isPrefix }) => {
      const found = termsAt.get(start + offset) ?? []
      return isPrefix ? found.some((other) => other.startsWith(term)) : found.includes(term)
    }),
  )
}

function show({
  term,
  offset,
  isPrefix,
}: {
  term: string
  offset: number
  isPrefix: boolean
}): string {
  return `${String(offset)} ${term.replace(startMark, '^')}${isPrefix ? '*' : ''}`
}
