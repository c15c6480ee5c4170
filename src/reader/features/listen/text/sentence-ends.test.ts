import { afterEach, describe, expect, test, vi } from 'vitest'
import { cutSpan, findSentences } from './sentence-ends.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const rows: [string, string, string[]][] = [
  ['en', 'One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  ['en', 'He said: “Come.” They came.', ['He said: “Come.”', 'They came.']],
  ['en', 'It costs 3.50 here. Yes.', ['It costs 3.50 here.', 'Yes.']],
  ['zh-Hans', '他来了。“走吧！”大家走了。', ['他来了。', '“走吧！”', '大家走了。']],
  ['ja', 'はい。そうです。', ['はい。', 'そうです。']],
  ['', '', []],
  ['no language at all', 'One. Two.', ['One.', 'Two.']],
]

describe.each(['Intl.Segmenter', 'signs alone'])('by %s', (way) => {
  test.each(rows)('in %j, %j has its sentences', (language, text, sentences) => {
    if (way === 'signs alone') vi.stubGlobal('Intl', { getCanonicalLocales: () => [] })
    const found = findSentences(text, language)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })
})

test('signs alone know the commonest short forms', () => {
  vi.stubGlobal('Intl', {})
  const text = 'Dr. Oke met Mr. J. Lu. They spoke.'
  const found = findSentences(text, 'en')
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Dr. Oke met Mr. J. Lu.',
    'They spoke.',
  ])
})

test.each([
  ['at clauses', 'aa bb; cc dd, ee ff', 12, ['aa bb;', 'cc dd, ee ff']],
  ['at commas', 'aa bb cc, dd ee ff', 12, ['aa bb cc,', 'dd ee ff']],
  ['between words', 'aaaa bbbb cccc', 10, ['aaaa bbbb', 'cccc']],
  ['anywhere', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['not within a character', '𠮷𠮷𠮷', 3, ['𠮷', '𠮷', '𠮷']],
  ['nowhere when it is short', 'abc', 4, ['abc']],
])('a long sentence is cut %s', (_, text, most, pieces) => {
  const spans = cutSpan(text, { start: 0, end: text.length }, most)
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(pieces)
})
