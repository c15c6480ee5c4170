import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../fold/fold-text.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { longestPhrase, longestQuery, mostClauses, parseQuery } from './parse-query.ts'
import type { Clause } from './search-query.ts'

describe('a query', () => {
  test.each([
    ['with nothing asks for nothing', '', []],
    ['with white space asks for nothing', ' \u3000\n', []],
    ['with words asks for each of them', 'sea wall', ['sea', 'wall*']],
    ['takes Chinese between spaces as one phrase', '台湾人民 国会', ['台湾人民', '国会']],
    ['folds what was typed', '臺灣 Élan', ['台湾', 'elan*']],
    ['keeps together what no space parts', '第5代iPhone', ['第 5 代 iphone*']],
    [
      'reads signs inside of a chunk as spaces',
      'well-known 他说“你好”',
      ['well known', '他说 你好'],
    ],
    ['reads an address as one phrase', 'https://example.org/a', ['https example org a']],
    ['reads quotes as one phrase', '"sea wall" x', ['sea wall', 'x']],
    ['reads Chinese and full-width quotes', '“sea wall” ＂a b＂', ['sea wall', 'a b']],
    ['begins a new chunk after a quote', '"sea wall"port', ['sea wall', 'port*']],
    ['takes single and angle quotes for signs', "'sea 《wall》", ['sea', 'wall*']],
    ['takes the last word for a beginning', 'the fer', ['the', 'fer*']],
    ['does so also before a space', 'the fer ', ['the', 'fer*']],
    ['does so in other scripts and for numbers', 'ёл 20', ['ел', '20*']],
    ['takes one letter as it is', 'a', ['a']],
    ['takes a quoted word as it is', '"fer"', ['fer']],
    ['takes an excluded word as it is', 'sea -wal', ['sea', '-wal']],
    ['takes a word before something else as it is', 'wal tag:sea', ['wal', 'tag:sea']],
    ['excludes words', 'sea -wall －port −x', ['sea', '-wall', '-port', '-x']],
    ['excludes phrases', '-"sea wall" 中', ['-sea wall', '中']],
    ['may hold nothing but what is excluded', '-sea', ['-sea']],
    ['reads a minus inside of a word as a sign', 'a-b', ['a b']],
    ['reads the second of two minus signs as a sign', '--sea', ['-sea']],
    ['leaves a lone minus out', 'sea - wall', ['sea', 'wall*']],
    ['looks in titles', 'title:sea title:"sea wall"', ['title:sea', 'title:sea wall']],
    ['takes the last word in a title for a beginning', 'title:fer', ['title:fer*']],
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
      'reads names of fields in any case and width',
      'TITLE:a ｔａｇ：b Tag：c',
      ['title:a', 'tag:b', 'tag:c'],
    ],
    ['takes other names for words', 'year:2020 中:国', ['year 2020', '中 国']],
    ['takes a name inside of a word for a word', 'mytag:a', ['mytag a']],
    ['asks once for what is typed twice', 'sea Wall sea', ['sea', 'wall', 'sea*']],
    [
      'reads what others use for injections as text',
      `'; DROP TABLE posts; -- <script>alert(1)</script>`,
      ['drop', 'table', 'posts', 'script alert 1 script*'],
    ],
    [
      'reads names of objects as text',
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
  ])('%j is explained', (input, expected) => {
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

describe('a phrase that is too long is cut', () => {
  const long = 'sea wall '.repeat(50)
  test.each([
    ['after a whole word', `"${long}"`, long.slice(0, 198).trim()],
    ['between characters', `"${'台湾'.repeat(150)}"`, '台湾'.repeat(100)],
    ['never in a character', `"台${'𠮷'.repeat(150)}"`, `台${'𠮷'.repeat(99)}`],
    [
      'inside of its only word, which then is a beginning',
      `"${'x'.repeat(300)}"`,
      `${'x'.repeat(200)}*`,
    ],
  ])('%s', (_where, input, expected) => {
    expect(parseQuery(input).clauses.map(show)).toEqual([expected])
  })
})

test('nothing that is typed is too much', () => {
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

/** A clause as one might type it, folded; `*` for a beginning. */
function show(clause: Clause): string {
  const sign = clause.isExcluded ? '-' : ''
  if (clause.kind === 'facet') return `${sign}${clause.facet}:${clause.value}`
  const field = clause.field === 'title' ? 'title:' : ''
  return `${sign}${field}${clause.phrase}${clause.isPrefix ? '*' : ''}`
}
