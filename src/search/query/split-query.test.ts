import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatParts, type QueryPart } from './query-chunk.ts'
import { splitQuery } from './split-query.ts'

describe('parts are written as', () => {
  test.each([
    ['sea  wall', 'sea wall'],
    ['a|b', '(a OR b)'],
    ['-(a b) （c）', '-(a b) c'],
    ['NOT a OR (b c)', '(-a OR (b c))'],
    ['title:“a b', 'title:"a b"'],
    ['date:november 2022 sea', 'date:"november 2022" sea'],
    ['lang:zh OR site:a.example', '(lang:zh OR site:a.example)'],
    ['a)b (c', '"a)b" c'],
    ['git --hard', 'git --hard'],
    ['title:--hard -"--soft"', 'title:--hard -"--soft"'],
    ['-"a" "-b"', '-"a" "-b"'],
    ['10 000 20', '10 000  20'],
    ['10  000', '10  000'],
    ['date:(2021 | 2022)', '(date:2021 OR date:2022)'],
  ])('%j as %j', (query, written) => {
    expect(formatParts(splitQuery(query).parts)).toBe(written)
  })

  test('a query that has the same parts', () => {
    const pieces =
      '" - -- title: tag: date: nov 2022 .. a b 中 ( ) （ ） | ｜ OR AND NOT f(x) x) (y --x 10 000'.split(
        ' ',
      )
    const typed = fc
      .array(fc.constantFrom(...pieces, ' ', ' ', '\u3000', '🎉'), { maxLength: 40 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(typed, (query) => {
        const { parts } = splitQuery(query)
        const again = splitQuery(formatParts(parts))
        expect(again.parts.map(forget)).toEqual(parts.map(forget))
        expect(again.problems).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})

/** A part without what writing it anew may change. */
function forget(part: QueryPart): unknown {
  if (part.kind === 'group')
    return { ...part, alternatives: part.alternatives.map((own) => own.map(forget)) }
  const { isLast: _last, isQuoted: _quoted, text, ...rest } = part
  return { ...rest, text: text.replaceAll('"', ' ') }
}
