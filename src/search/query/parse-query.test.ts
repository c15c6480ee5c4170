import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedFold } from '../fold/fold-text.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { showClause } from '../testing/show-clause.ts'
import { longestPhrase, mostClauses, parseQuery } from './parse-query.ts'
import { mostPhrases } from './phrases.ts'
import { longestQuery } from './split-query.ts'
import type { Clause, LeafClause } from './search-query.ts'

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
      ['{well known | wellknown}', '他说 你好'],
    ],
    ['reads an address as one phrase', 'https://example.org/a', ['https example org a']],
    ['reads quotes as one phrase', '"sea wall" x', ['sea wall', 'x']],
    ['reads Chinese and full-width quotes', '“sea wall” ＂a b＂', ['sea wall', 'a b']],
    ['reads corner brackets as quotes', '「海 牆」 『sea 「wall」』', ['海 墙', 'sea wall']],
    ['reads corner brackets in quotes as signs', '“他說「好」的”', ['他说 好 的']],
    ['begins a new chunk after a quote', '"sea wall"port', ['sea wall', 'port*']],
    ['ignores single and angle quotes', "'sea 《wall》", ['sea', 'wall*']],
    ['reads the last word as a prefix', 'the fer', ['the', 'fer*']],
    ['reads it as a prefix even before a space', 'the fer ', ['the', 'fer*']],
    ['reads prefixes in other scripts and of numbers', 'ёл 20', ['ел', '20*']],
    ['reads a single letter as a word', 'a', ['a']],
    ['joins two words by OR', '铁链女 OR 丰县', ['{铁链女 | 丰县}']],
    ['joins them by a bar', '铁链女|丰县 ｜ sea', ['{铁链女 | 丰县 | sea*}']],
    ['joins them by full-width letters', '海 ＯＲ 墙', ['{海 | 墙}']],
    ['reads or in small letters as a word', 'sea or wall', ['sea', 'or', 'wall*']],
    ['reads OR in quotes as a word', 'sea "OR" wall', ['sea', 'or', 'wall*']],
    ['reads OR within a word as text', 'sea/OR wall', ['sea or', 'wall*']],
    ['joins the words beside OR only', 'a b OR c d', ['a', '{b | c}', 'd']],
    ['joins more than two', 'a OR b OR c', ['{a | b | c}']],
    ['joins phrases, fields and what is excluded', '"a b" OR tag:x OR -c', ['{a b | tag:x | -c}']],
    ['takes brackets together', '(a b) OR c', ['{a b | c}']],
    [
      'takes brackets right after a word together',
      '大学（北京 OR 上海）',
      ['大学', '{北京 | 上海}'],
    ],
    ['takes bars in brackets after a word', 'f(x|y)z', ['f', '{x | y}', 'z']],
    ['takes words in brackets after a word', '-title:sea(a b) c', ['-title:sea', 'a', 'b', 'c']],
    ['takes full-width brackets together', '（海 墙）｜港', ['{海 墙 | 港}']],
    ['reads brackets without OR as its parts', '(a (b c)) d', ['a', 'b', 'c', 'd']],
    ['takes brackets in brackets', 'a OR (b (c OR d))', ['{a | b {c | d}}']],
    ['flattens OR within OR', '(a OR b) OR (c | d)', ['{a | b | c | d}']],
    ['excludes a group', 'a -(b c)', ['a', '-{b c}']],
    ['excludes alternatives', 'a -(b OR c)', ['a', '-{b | c}']],
    ['excludes a group of one', '-(sea) -(-wall) -(-(a b))', ['-sea', 'wall', 'a', 'b']],
    ['reads NOT like a minus', 'a NOT b NOT (c d)', ['a', '-b', '-{c d}']],
    ['excludes what is joined', 'a OR NOT b', ['{a | -b}']],
    ['reads AND like a space', 'sea AND wall', ['sea', 'wall*']],
    ['reads not and and in small letters as words', 'do not and', ['do', 'not', 'and*']],
    [
      'gives a field to a group',
      'title:(a OR "b c") -tag:(x y)',
      ['{title:a | title:b c}', '-{tag:x tag:y}'],
    ],
    ['keeps fields within a group with a field', 'title:(a tag:b)', ['title:a', 'tag:b']],
    [
      'reads brackets inside a word as text',
      'f(x) 晚会（图） sea(wall',
      ['f x', '晚会 图', 'sea wall*'],
    ],
    ['reads brackets inside a word inside brackets', '(f(x) OR b)', ['{f x | b}']],
    ['closes brackets that are not closed', 'a (b OR sea', ['a', '{b | sea*}']],
    ['ignores brackets that are not open', 'a) b OR sea)', ['a', '{b | sea*}']],
    ['ignores empty brackets', '() a -() OR b', ['{a | b}']],
    ['ignores OR without a side', 'OR a OR', ['a']],
    ['reads a word before a closing bracket as a whole word', 'a OR (fer)', ['{a | fer}']],
    ['reads the last word of an OR as a prefix', 'wal OR fer', ['{wal | fer*}']],
    ['drops what repeats in a group', '(a a) OR a OR !!!', ['a']],
    [
      'reads days',
      'a after:2022-11-24 before:2023',
      ['a', 'days:2022-11-24..', 'days:..2022-12-31'],
    ],
    [
      'reads a month and a year',
      'date:2022-11 date:2022年',
      ['days:2022-11-01..2022-11-30', 'days:2022-01-01..2022-12-31'],
    ],
    ['reads days in words', '-date:november 2022 a', ['-days:2022-11-01..2022-11-30', 'a']],
    ['reads days in quotes', 'date:"24 Nov 2022"', ['days:2022-11-24..2022-11-24']],
    ['reads a range of days', 'ｄａｔｅ：2022-11-24..2022-12-05', ['days:2022-11-24..2022-12-05']],
    [
      'joins days',
      'date:(2021 OR 2023)',
      ['{days:2021-01-01..2021-12-31 | days:2023-01-01..2023-12-31}'],
    ],
    ['leaves out what is no date', 'a date:2022-13 b', ['a', 'b']],
    ['reads sites and languages', 'site:a.example lang:zh', ['site:a.example', 'language:zh']],
    ['reads a quoted word as a whole word', '"fer"', ['fer']],
    ['reads an excluded word as a whole word', 'sea -wal', ['sea', '-wal']],
    ['reads a word before another clause as a whole word', 'wal tag:sea', ['wal', 'tag:sea']],
    ['excludes words', 'sea -wall －port −x', ['sea', '-wall', '-port', '-x']],
    ['excludes phrases', '-"sea wall" 中', ['-sea wall', '中']],
    ['may consist of exclusions only', '-sea', ['-sea']],
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
    expect(parseQuery(input).clauses.map(showClause)).toEqual(expected)
  })

  test.each([
    ['sea wall', []],
    ['"sea', ['unclosed-quote']],
    ['sea “wall', ['unclosed-quote']],
    ['!!!', ['signs-ignored', 'nothing-searchable']],
    ['""', ['signs-ignored', 'nothing-searchable']],
    ['🎉👍', []],
    ['++ -- #', ['signs-ignored', 'nothing-searchable']],
    [Array.from({ length: mostClauses }, (_, at) => `it's${String(at)}`).join(' '), []],
    ['"', ['unclosed-quote', 'signs-ignored', 'nothing-searchable']],
    ['-', ['signs-ignored', 'nothing-searchable']],
    ['sea !!! ???', ['signs-ignored']],
    ['title: sea', ['value-missing title']],
    ['(a OR b', ['bracket-unclosed']],
    ['a OR b)', ['bracket-unopened']],
    ['a ) b', ['bracket-unopened']],
    ['晚会（图） f(x) (a)', []],
    ['晚会（图 文）', []],
    ['a OR', ['operator-alone OR']],
    ['OR', ['operator-alone OR', 'nothing-searchable']],
    ['| a', ['operator-alone OR']],
    ['a || b', []],
    ['a OR (OR b)', ['operator-alone OR']],
    ['a AND', ['operator-alone AND']],
    ['a NOT', ['operator-alone NOT']],
    ['NOT OR a', ['operator-alone OR']],
    ['() a', ['signs-ignored']],
    ['date:2022-02-30 a', ['date-unknown date 2022-02-30']],
    ['after:yesterday', ['date-unknown after yesterday', 'nothing-searchable']],
    ['before: a', ['value-missing before']],
    [
      'date:a date:b date:c date:d',
      ['date-unknown date a', 'date-unknown date b', 'date-unknown date c', 'nothing-searchable'],
    ],
    [`${'('.repeat(20)}a${')'.repeat(20)}`, ['too-deep']],
    ['('.repeat(4_000), ['too-deep', 'bracket-unclosed', 'signs-ignored', 'nothing-searchable']],
    [
      Array.from({ length: mostClauses + 1 }, (_, at) => `a${String(at)}`).join(' OR '),
      ['too-many-clauses'],
    ],
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
    const notes = parseQuery(input).notes.map((note) => Object.values(note).join(' '))
    expect(notes).toEqual(expected)
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
    expect(parseQuery(input).clauses.map(showClause)).toEqual([expected])
  })
})

test('any input stays within the limits', () => {
  const typed = fc.oneof(
    mixedText,
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          ...'" - title: tag: ： a 中 “ ( ) （ ） | OR NOT date: 2022 ..'.split(' '),
          ' ',
          ' OR ',
          'x'.repeat(150),
        ),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, fc.integer({ min: 1, max: 300 }), (part, times) => {
      const { clauses, notes } = parseQuery(part.repeat(times).slice(0, 10_000))
      const leaves = listLeaves(clauses)
      expect(leaves.length).toBeLessThanOrEqual(mostClauses * mostPhrases)
      expect(notes.length).toBeLessThanOrEqual(30)
      const phrases = leaves.flatMap((clause) => (clause.kind === 'text' ? [clause.phrase] : []))
      expect(phrases.filter((phrase) => phrase === '' || phrase.length > longestPhrase)).toEqual([])
      expect(phrases.filter((phrase) => markedFold(phrase) === '')).toEqual([])
    }),
    { numRuns: 500 },
  )
})

function listLeaves(clauses: readonly Clause[]): LeafClause[] {
  return clauses.flatMap((clause) =>
    clause.kind === 'any' ? listLeaves(clause.alternatives.flat()) : [clause],
  )
}
