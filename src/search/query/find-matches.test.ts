import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../fold/fold-text.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { includesPhrase } from '../testing/search-oracle.ts'
import { findMatches, type SearchedField, type TextRange } from './find-matches.ts'
import { parseQuery } from './parse-query.ts'
import type { TextClause } from './search-query.ts'

describe('matches are found', () => {
  test.each([
    ['in a text as written', 'The Ferry, the ferry.', '"ferry"', 'The [Ferry], the [ferry].'],
    [
      'in traditional text by a simplified query',
      '這個臺灣，那個台灣',
      '台湾',
      '這個[臺灣]，那個[台灣]',
    ],
    ['in simplified text by a traditional query', '这个台湾', '臺灣', '这个[台湾]'],
    ['inside Chinese words', '中华人民共和国', '人民', '中华[人民]共和国'],
    ['but not inside other words', 'sea seaside overseas', '"sea"', '[sea] seaside overseas'],
    [
      'at the beginning of words for the last word of a query',
      'sea seaside overseas',
      'sea',
      '[sea] [sea]side overseas',
    ],
    ['across punctuation and line breaks', 'the sea,\nwall', '"sea wall"', 'the [sea,\nwall]'],
    [
      'where Chinese and Latin meet, with a space or without',
      '使用iPhone 15手机',
      '"用 iphone15"',
      '使用iPhone 15手机',
    ],
    ['in Chinese with numbers', '第５代iPhone和第 5 代', '第5代', '[第５代]iPhone和[第 5 代]'],
    ['in whole ligatures and half-width kana', 'ﬁnd ｶﾞｰ', 'ガ fin', '[ﬁn]d [ｶﾞ]ｰ'],
    [
      'with the marks of their letters',
      'e\u0301lan 葛\u{e0100}城',
      'elan 葛',
      '[e\u0301lan] [葛\u{e0100}]城',
    ],
    ['after emoji and surrogate pairs', '👨‍👩‍👧𠮷野家', '野', '👨‍👩‍👧𠮷[野]家'],
    ['merged where they overlap', '台湾人民', '台湾人 人民', '[台湾人民]'],
    ['but not for an excluded clause', 'sea wall', '"sea" -wall', '[sea] wall'],
    ['for all alternatives', 'sea wall port', 'sea OR (wall date:2022)', '[sea] [wall] port'],
    ['but not for an excluded group', 'sea wall port', '"sea" -(wall OR port)', '[sea] wall port'],
    ['but not for a facet', 'sea wall', '"sea" tag:wall', '[sea] wall'],
    ['but not for a title clause', 'sea wall', '"sea" title:wall', '[sea] wall'],
    ['nowhere for an empty query', 'sea wall', '', 'sea wall'],
    ['nowhere in an empty text', '', 'sea', ''],
  ])('%s', (_claim, text, query, expected) => {
    expect(mark(text, findMatches(text, parseQuery(query).clauses))).toBe(
      expected.replace('][', ''),
    )
  })

  test.each<[SearchedField, string]>([
    ['title', '[sea] [wall]'],
    ['body', '[sea] wall'],
  ])('in a %s for the clauses that search it', (field, expected) => {
    const { clauses } = parseQuery('"sea" title:wall')
    expect(mark('sea wall', findMatches('sea wall', clauses, field))).toBe(expected)
  })

  test('exactly where the brute-force search finds the phrase', () => {
    fc.assert(
      fc.property(mixedText, mixedText, fc.boolean(), (text, piece, isPrefix) => {
        const phrase = foldText(piece.slice(0, 3))
        if (phrase === '') return
        const clause: TextClause = {
          kind: 'text',
          field: 'any',
          phrase,
          isPrefix,
          isExcluded: false,
          isPlain: true,
        }
        const ranges = findMatches(text, [clause])
        expect(ranges.length > 0).toBe(includesPhrase(foldText(text), clause))
        for (const { start, end } of ranges)
          expect(foldText(text.slice(start, end))).toContain(phrase)
      }),
      { numRuns: 3_000 },
    )
  })
})

/** Puts the ranges of a text in brackets. */
function mark(text: string, ranges: readonly TextRange[]): string {
  let marked = ''
  let at = 0
  for (const { start, end } of ranges) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return marked + text.slice(at)
}
