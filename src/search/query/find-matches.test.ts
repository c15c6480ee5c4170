import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedFold } from '../fold/fold-text.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { includesPhrase, toSkeleton } from '../testing/search-oracle.ts'
import { findMatches, type SearchedField, type TextRange } from './find-matches.ts'
import { parseQuery } from './parse-query.ts'
import { toPhrases } from './phrases.ts'
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
    [
      'in words that a sign joins',
      'Who’s there? O’Neill',
      'whos oneill',
      '[Who’s] there? [O’Neill]',
    ],
    ['in each of them', 'l’eau et L’Hôpital', 'hopital "eau"', 'l’[eau] et L’[Hôpital]'],
    ['up to where a prefix ends in them', 'co-operation', 'coop', '[co-op]eration'],
    [
      'in words written in one, or in two',
      'seawall, sea wall, sea-wall',
      'sea-wall',
      '[seawall], [sea wall], [sea-wall]',
    ],
    [
      'in numbers however they are grouped',
      '10,000 10 000 10000 10.5',
      '10000',
      '[10,000] [10 000] [10000] 10.5',
    ],
    ['in numbers by a query with a space', '10,000 10000', '10 000', '[10,000] [10000]'],
    [
      'in letters with dots by two letters',
      'Möller, Moeller, Moller',
      'moeller',
      '[Möller], [Moeller], Moller',
    ],
    [
      'in two letters by letters with dots',
      'Möller, Moeller, Moller',
      'möller',
      '[Möller], [Moeller], [Moller]',
    ],
    ['before other words too', 'Frau Möller sagt', '"moeller sagt"', 'Frau [Möller sagt]'],
    ['up to where a prefix ends in two letters', 'Möllers', 'moell', '[Möll]ers'],
    ['in a word with its signs', 'C, C++ and C#', 'c++', 'C, [C++] and C#'],
    ['in a letter without signs', 'C, C++ and C#', 'c', '[C], C++ and C#'],
    ['in a word with a dot before it', '.NET, ASP.NET, net', '.net', '[.NET], ASP.NET, net'],
    ['in a flag', 'a hard git reset --hard now', 'reset --hard', 'a hard git [reset] [--hard] now'],
    [
      'in a flag within quotes',
      'git reset --hard now',
      '"reset --hard now"',
      'git [reset --hard now]',
    ],
    [
      // They are drawn above and below the letters, and take no width.
      'in Arabic with its points',
      'في كِتَابٍ عـــربي لأحمد',
      'كتاب عربي',
      'في [كِتَابٍ] [عـــربي] لأحمد',
    ],
    ['in emoji', 'sea 👍🏽🎉 wall 👨‍👩‍👧', '🎉👍 👨‍👩‍👧', 'sea [👍🏽🎉] wall [👨‍👩‍👧]'],
    ['across emoji', 'sea🎉wall 海🎉墙', '"sea wall" "海 墙"', '[sea🎉wall] [海🎉墙]'],
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

  test.each([
    ['a-', 'aa'],
    ['12,', '12'],
    ['🎉', '🎉👍'],
    ['a🎉', '"a 🎉 b"'],
    ['中', '中国'],
    ["d'", 'dd'],
  ])('in a text that repeats %s as well', (part, query) => {
    const { clauses } = parseQuery(query)
    expect(findMatches(part.repeat(20_000), clauses).length).toBeLessThanOrEqual(10_000)
  })

  test('exactly where the brute-force search finds the phrase', () => {
    fc.assert(
      fc.property(mixedText, mixedText, fc.boolean(), (text, piece, isPrefix) => {
        for (const phrase of toPhrases(markedFold(piece.slice(0, 4)))) {
          const clause: TextClause = {
            kind: 'text',
            field: 'any',
            phrase,
            isPrefix,
            isExcluded: false,
            isPlain: true,
          }
          const ranges = findMatches(text, [clause])
          expect(ranges.length > 0).toBe(includesPhrase(markedFold(text), clause))
          for (const { start, end } of ranges) {
            expect(start).toBeLessThan(end)
            expect(toSkeleton(markedFold(text.slice(start, end)))).toContain(toSkeleton(phrase))
          }
        }
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
