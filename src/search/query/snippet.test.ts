import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixedText } from '../testing/mixed-text.ts'
import { findMatches } from './find-matches.ts'
import { parseQuery } from './parse-query.ts'
import { buildSnippet, type Snippet } from './snippet.ts'

const ferry =
  'The ferry left the harbour at nine. It carried sixty people and a dog.\n' +
  'Nobody had expected fog. When the bell of the lighthouse rang, the captain turned the ferry around; ' +
  'the people on the quay saw the lights of the ferry, and the dog barked.'

const chinese =
  '渡轮九点离开港口。船上有六十个人和一条狗，没有人料到会有大雾。\n' +
  '灯塔的钟声响起时，船长让渡轮掉头。码头上的人看见了渡轮的灯光，狗叫了起来。'

describe('a snippet', () => {
  test.each([
    ['shows a short text whole', 'The ferry left.', 'ferry', 'The [ferry] left.'],
    ['is on one line', 'The\nferry\nleft.', 'ferry', 'The [ferry] left.'],
    [
      'is the beginning of the text if nothing matches',
      ferry,
      'x',
      'The ferry left the harbour at nine. It carried…',
    ],
    ['begins at a sentence', ferry, 'bell', '…When the [bell] of the lighthouse rang, the…'],
    ['begins between words', ferry, 'quay', '…on the [quay] saw the lights of the ferry, and…'],
    [
      'shows the place that matches the most clauses',
      ferry,
      'ferry dog',
      '…saw the lights of the [ferry], and the [dog] barked.',
    ],
    ['ends with the text', ferry, 'barked', '…saw the lights of the ferry, and the dog [barked].'],
    [
      'marks every visible match',
      ferry,
      'the',
      '…[the] ferry around; [the] people on [the] quay saw [the]…',
    ],
    [
      'marks a match with another spelling',
      chinese,
      '燈光',
      '…灯塔的钟声响起时，船长让渡轮掉头。码头上的人看见了渡轮的[灯光]，狗叫了起来。',
    ],
    [
      'cuts Chinese between characters',
      chinese,
      '六十',
      '渡轮九点离开港口。船上有[六十]个人和一条狗，没有人料到会有大雾。 灯塔的钟声响起时，船长让渡轮掉头…',
    ],
  ])('%s', (_claim, text, query, expected) => {
    expect(show(buildSnippet(text, parseQuery(query).clauses, 50))).toBe(expected)
  })

  test.each([
    ['an emoji', `${'👨‍👩‍👧'.repeat(20)} ferry ${'👨‍👩‍👧'.repeat(20)}`],
    ['flags', `x${'🇹🇼'.repeat(20)}ferry${'🇹🇼'.repeat(20)}`],
    ['letters with marks', `${'e\u0301\u0302'.repeat(20)} ferry ${'e\u0301\u0302'.repeat(20)}`],
    [
      'decomposed Hangul',
      `${'한'.normalize('NFD').repeat(20)} ferry ${'한'.normalize('NFD').repeat(20)}`,
    ],
    ['surrogate pairs', `${'𠮷'.repeat(40)} ferry ${'𠮷'.repeat(40)}`],
  ])('does not cut into %s', (_what, text) => {
    const characters = Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment)
    for (let most = 12; most < 60; most++) {
      const snippet = buildSnippet(text, parseQuery('ferry').clauses, most)
      expect(snippet.text.length).toBeLessThanOrEqual(most)
      expect(show(snippet)).toContain('[ferry]')
      const shown = snippet.text.replaceAll('…', '')
      for (const { segment } of new Intl.Segmenter('und').segment(shown))
        expect(characters).toContain(segment)
    }
  })

  test('cuts a match that is longer than the room', () => {
    const snippet = buildSnippet(`中${'国'.repeat(100)}`, parseQuery('国'.repeat(90)).clauses, 20)
    expect(show(snippet)).toBe(`…[${'国'.repeat(18)}]…`)
  })

  test('is a part of the text with its matches, whatever the text', () => {
    fc.assert(
      fc.property(mixedText, mixedText, fc.integer({ min: 10, max: 60 }), (text, query, most) => {
        const { clauses } = parseQuery(query.slice(0, 4))
        const snippet = buildSnippet(text, clauses, most)
        expect(snippet.text.length).toBeLessThanOrEqual(most)
        expect(hasHalf(snippet.text) && !hasHalf(text)).toBe(false)
        const shown = snippet.text.replace(/^…|…$/g, '')
        expect(text.replace(/\s/gu, ' ')).toContain(shown)
        const isFound = findMatches(text, clauses).length > 0
        expect(snippet.marks.length > 0).toBe(isFound)
        for (const { start, end } of snippet.marks) expect(start).toBeLessThan(end)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Puts the marks of a snippet in brackets. */
function show({ text, marks }: Snippet): string {
  let shown = ''
  let at = 0
  for (const { start, end } of marks) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return shown + text.slice(at)
}

/** Whether a text has a lone surrogate. */
function hasHalf(text: string): boolean {
  return /\p{Cs}/u.test(text)
}
