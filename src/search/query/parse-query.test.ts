import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../fold/fold-text.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { longestPhrase, longestQuery, mostClauses, parseQuery } from './parse-query.ts'
import type { Clause } from './search-query.ts'

describe('a query', () => {
  test.each([
    ['has no clauses if empty', '', []],
    ['has no clauses if blank', ' \u3000\n', []],
    ['has one clause per word', 'sea wall', ['sea', 'wall*']],
    ['reads Chinese between spaces as one phrase', '台湾人民 国会', ['台湾人民', '国会']],
    ['folds the text', '臺灣 Élan', ['台湾', 'elan*']],
    ['keeps text without spaces in one phrase', '第5代iPhone', ['第 5 代 iphone*']],
    [
      'reads punctuation inside a chunk as spaces',
      'well-known 他说“你好”',
      ['well known', '他说 你好'],
    ],
    ['reads an address as one phrase', 'https://example.org/a', ['https example org a']],
    ['reads quotes as one phrase', '"sea wall" x', ['sea wall', 'x']],
    ['reads Chinese and full-width quotes', '“sea wall” ＂a b＂', ['sea wall', 'a b']],
    ['begins a new chunk after a quote', '"sea wall"port', ['sea wall', 'port*']],
    ['ignores single and angle quotes', "'sea 《wall》", ['sea', 'wall*']],
    ['reads the last word as a prefix', 'the fer', ['the', 'fer*']],
    ['reads it as a prefix even before a space', 'the fer ', ['the', 'fer*']],
    ['reads prefixes in other scripts and of numbers', 'ёл 20', ['ел', '20*']],
    ['reads a single letter as a word', 'a', ['a']],
    ['reads a quoted word as a whole word', '"fer"', ['fer']],
    ['reads an excluded word as a whole word', 'sea -wal', ['sea', '-wal']],
    ['reads a word before another clause as a whole word', 'wal tag:sea', ['wal', 'tag:sea']],
    ['excludes words', 'sea -wall －port −x', ['sea', '-wall', '-port', '-x']],
    ['excludes phrases', '-"sea wall" 中', ['-sea wall', '中']],
    ['may consist of exclusions only', '-sea', ['-sea']],
    ['reads a minus inside a word as punctuation', 'a-b', ['a b']],
    ['reads the second of two minus signs as punctuation', '--sea', ['-sea']],
    ['ignores a lone minus', 'sea - wall', ['sea', 'wall*']],
    ['searches titles', 'title:sea title:"sea wall"', ['title:sea', 'title:sea wall']],
    ['reads the last word of a title clause as a prefix', 'title:fer', ['title:fer*']],
    ['excludes titles', '-title:sea', ['-title:sea']],
    [
      'knows every facet',
      'tag:a category:b author:c source:d collection:e kind:f language:g',
      ['tag:a', 'category:b', 'author:c', 'source:d', 'collection:e', 'kind:f', 'language:g'],
    ],
    [
      'keeps the value of a facet as typed',
      'tag:"臺灣 News" author:É',
      ['tag:臺灣 News', 'author:É'],
    ],
    ['keeps a value without letters', 'tag:🎉', ['tag:🎉']],
    ['excludes facets', '-tag:sea －author:"a b"', ['-tag:sea', '-author:a b']],
    [
      'reads field names in any case and width',
      'TITLE:a ｔａｇ：b Tag：c',
      ['title:a', 'tag:b', 'tag:c'],
    ],
    ['reads unknown field names as words', 'year:2020 中:国', ['year 2020', '中 国']],
    ['reads a field name inside a word as text', 'mytag:a', ['mytag a']],
    ['drops repeated clauses', 'sea Wall sea', ['sea', 'wall', 'sea*']],
    [
      'reads injection attempts as text',
      `'; DROP TABLE posts; -- <script>alert(1)</script>`,
      ['drop', 'table', 'posts', 'script alert 1 script*'],
    ],
    [
      'reads names of object properties as text',
      '__proto__ constructor:x tag:__proto__',
      ['proto', 'constructor x', 'tag:__proto__'],
    ],
  ])('%s', (_claim, input, expected) => {
    expect(parseQuery(input).clauses.map(show)).toEqual(expected)
  })

  test.each([
    ['sea wall', []],
    ['"sea', ['unclosed-quote']],
    ['sea “wall', ['unclosed-quote']],
    ['!!!', ['signs-ignored', 'nothing-searchable']],
    ['""', ['signs-ignored', 'nothing-searchable']],
    ['🎉👍', ['signs-ignored', 'nothing-searchable']],
    ['"', ['unclosed-quote', 'signs-ignored', 'nothing-searchable']],
    ['-', ['signs-ignored', 'nothing-searchable']],
    ['sea !!! ???', ['signs-ignored']],
    ['title: sea', ['value-missing title']],
    ['tag:"" author:', ['value-missing tag', 'value-missing author', 'nothing-searchable']],
    ['title:!!!', ['signs-ignored', 'nothing-searchable']],
    ['x'.repeat(longestPhrase + 1), ['too-long']],
    ['x '.repeat(longestQuery), ['too-long']],
    [
      Array.from({ length: mostClauses + 1 }, (_, at) => `a${String(at)}`).join(' '),
      ['too-many-clauses'],
    ],
    ['', []],
    ['   ', []],
  ])('notes for %j', (input, expected) => {
    const codes = parseQuery(input).notes.map((note) =>
      'field' in note ? `${note.code} ${note.field}` : note.code,
    )
    expect(codes).toEqual(expected)
  })
})

test.each([
  ['台湾', true],
  ['臺灣', false],
  ['ferry', true],
  ['Ferry', false],
  ['elan', true],
  ['élan', false],
  ['"sea, wall"', true],
  ['ＡＢ', false],
  ['第5代', true],
])('%s is typed as it folds: %s', (input, isPlain) => {
  expect(parseQuery(input).clauses).toMatchObject([{ isPlain }])
})

describe('an overlong phrase is cut', () => {
  const long = 'sea wall '.repeat(50)
  test.each([
    ['after a whole word', `"${long}"`, long.slice(0, 198).trim()],
    ['between characters', `"${'台湾'.repeat(150)}"`, '台湾'.repeat(100)],
    ['never within a character', `"台${'𠮷'.repeat(150)}"`, `台${'𠮷'.repeat(99)}`],
    ['inside its only word, which then is a prefix', `"${'x'.repeat(300)}"`, `${'x'.repeat(200)}*`],
  ])('%s', (_where, input, expected) => {
    expect(parseQuery(input).clauses.map(show)).toEqual([expected])
  })
})

test('any input stays within the limits', () => {
  const typed = fc.oneof(
    mixedText,
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('"', '-', 'title:', 'tag:', '：', 'a', '中', ' ', '“', 'x'.repeat(150)),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, fc.integer({ min: 1, max: 300 }), (part, times) => {
      const { clauses, notes } = parseQuery(part.repeat(times).slice(0, 10_000))
      expect(clauses.length).toBeLessThanOrEqual(mostClauses)
      expect(notes.length).toBeLessThanOrEqual(14)
      const phrases = clauses.flatMap((clause) => (clause.kind === 'text' ? [clause.phrase] : []))
      expect(phrases.filter((phrase) => phrase === '' || phrase.length > longestPhrase)).toEqual([])
      expect(phrases.map(foldText)).toEqual(phrases)
    }),
    { numRuns: 500 },
  )
})

/** A clause as one might type it, folded; `*` marks a prefix. */
function show(clause: Clause): string {
  const sign = clause.isExcluded ? '-' : ''
  if (clause.kind === 'facet') return `${sign}${clause.facet}:${clause.value}`
  const field = clause.field === 'title' ? 'title:' : ''
  return `${sign}${field}${clause.phrase}${clause.isPrefix ? '*' : ''}`
}
