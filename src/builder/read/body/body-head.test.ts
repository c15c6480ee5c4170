import { describe, expect, test } from 'vitest'
import { extendsTitle, splitBodyHead } from './body-head.ts'

const known = { title: 'The ferry', sourceUrl: 'https://example.org/ferry' }
const link = '[The ferry](https://example.org/ferry)'

describe('splitting the head off a body', () => {
  test.each<[string, string, ReturnType<typeof splitBodyHead>]>([
    [
      'comment, link and rule',
      `<!--1598824571000-->\n${link}\n------\n\n<div>\nx\n</div>\n`,
      {
        epochText: '1598824571000',
        title: 'The ferry',
        url: known.sourceUrl,
        body: '<div>\nx\n</div>',
      },
    ],
    [
      'link and rule without a comment',
      `${link}\n------\nx`,
      { title: 'The ferry', url: known.sourceUrl, body: 'x' },
    ],
    [
      'link without a rule',
      `\n${link}\n\nx`,
      { title: 'The ferry', url: known.sourceUrl, body: 'x' },
    ],
    ['comment alone', '<!--1598824571000-->\nx', { epochText: '1598824571000', body: 'x' }],
    ['comment that is not a number', '<!--NaN-->\nx', { epochText: 'NaN', body: 'x' }],
    ['comment and rule', '<!-- 5 -->\n------\nx', { epochText: '5', body: 'x' }],
    [
      'head with no text below it',
      `${link}\n------`,
      { title: 'The ferry', url: known.sourceUrl, body: '' },
    ],
    ['nothing from an empty body', '', { body: '' }],
    ['blank lines', '\n \n\n  x  \n\n', { body: '  x' }],
  ])('strips %s', (_, body, expected) => {
    expect(splitBodyHead(body, known)).toEqual(expected)
  })

  test.each([
    [
      'a title with brackets',
      '[[News] The ferry [2]](https://example.org/ferry)',
      '[News] The ferry [2]',
    ],
    ['a title with `](`', '[a](b) The ferry](https://example.org/ferry)', 'a](b) The ferry'],
    ['a title with entities', '[A &amp; B](https://example.org/ferry)', 'A & B'],
    [
      'a longer title',
      '[The ferry sails again](https://example.org/ferry)',
      'The ferry sails again',
    ],
  ])('recognizes %s', (_, line, title) => {
    const head = splitBodyHead(`${line}\n------\nx`, known)
    expect(head).toEqual({ title, url: known.sourceUrl, body: 'x' })
  })

  test('recognizes a URL with parentheses', () => {
    const sourceUrl = 'https://example.org/ferry_(boat)'
    const head = splitBodyHead(`[T](${sourceUrl})\n------\nx`, { sourceUrl })
    expect(head).toEqual({ title: 'T', url: sourceUrl, body: 'x' })
  })

  test('returns the URL of the link when the front matter has none', () => {
    const head = splitBodyHead(`${link}\n------\nx`, { title: 'The ferry' })
    expect(head).toMatchObject({ url: known.sourceUrl, body: 'x' })
  })

  test('accepts any link between a comment and a rule', () => {
    const head = splitBodyHead('<!--5-->\n[Other](https://example.com/)\n---\nx', known)
    expect(head).toEqual({ epochText: '5', title: 'Other', url: 'https://example.com/', body: 'x' })
  })

  test.each([
    ['a link elsewhere', '[Other](https://example.com/)\n------\nmy words'],
    ['a link in a sentence', `${link} is the place.\n\nx`],
    ['a comment further down', 'x\n<!--1598824571000-->'],
    ['another comment', '<!-- note -->\nx'],
    ['a rule on its own', '------\nx'],
    ['a Setext heading', 'Heading\n-------\nx'],
    ['an unclosed link', '[The ferry](https://example.org/ferry\n------\nx'],
    ['a bracketed phrase', '[The ferry]\nx'],
  ])('leaves %s alone', (_, body) => {
    expect(splitBodyHead(body, known)).toEqual({ body })
  })

  test.each(['[', '[](', '<!--', '](', '-', ' ', '\n', '[a](https://'])(
    'S20 is not a million of %j',
    (text) => {
      for (const body of [text.repeat(1_000_000), `[${text.repeat(1_000_000)})`]) {
        expect(splitBodyHead(body, known).body === body.trim()).toBe(true)
      }
    },
  )
})

describe('a full title extends', () => {
  test.each([
    ['itself', 'The ferry', 'The ferry', true],
    ['a truncated one', 'The ferry sails', 'The ferry', true],
    ['one truncated with an ellipsis', 'The ferry sails', 'The fer…', true],
    ['one truncated with three dots', 'The ferry sails', 'The fer...', true],
    ['one with different spaces', 'The\u00a0ferry  sails', 'The ferry', true],
    ['no different one', 'A ferry', 'The ferry', false],
    ['no empty one', 'A ferry', '', false],
  ])('%s', (_, whole, cut, expected) => {
    expect(extendsTitle(whole, cut)).toBe(expected)
  })
})
