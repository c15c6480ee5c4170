import { describe, expect, test } from 'vitest'
import { extendsTitle, splitBodyHead } from './body-head.ts'

const known = { title: 'The ferry', sourceUrl: 'https://example.org/ferry' }
const link = '[The ferry](https://example.org/ferry)'

describe('the head of a body', () => {
  test.each<[string, string, ReturnType<typeof splitBodyHead>]>([
    [
      'with comment, link and rule',
      `<!--1598824571000-->\n${link}\n------\n\n<div>\nx\n</div>\n`,
      {
        epochText: '1598824571000',
        title: 'The ferry',
        url: known.sourceUrl,
        body: '<div>\nx\n</div>',
      },
    ],
    [
      'without comment',
      `${link}\n------\nx`,
      { title: 'The ferry', url: known.sourceUrl, body: 'x' },
    ],
    ['without rule', `\n${link}\n\nx`, { title: 'The ferry', url: known.sourceUrl, body: 'x' }],
    [
      'with the comment alone',
      '<!--1598824571000-->\nx',
      { epochText: '1598824571000', body: 'x' },
    ],
    ['with a comment that is no number', '<!--NaN-->\nx', { epochText: 'NaN', body: 'x' }],
    ['with comment and rule', '<!-- 5 -->\n------\nx', { epochText: '5', body: 'x' }],
    ['and nothing else', `${link}\n------`, { title: 'The ferry', url: known.sourceUrl, body: '' }],
    ['of an empty body', '', { body: '' }],
    ['of blank lines', '\n \n\n  x  \n\n', { body: '  x' }],
  ])('%s is taken off', (_, body, expected) => {
    expect(splitBodyHead(body, known)).toEqual(expected)
  })

  test.each([
    [
      'a title with brackets',
      '[[News] The ferry [2]](https://example.org/ferry)',
      '[News] The ferry [2]',
    ],
    ['a title with `](`', '[a](b) The ferry](https://example.org/ferry)', 'a](b) The ferry'],
    ['entities', '[A &amp; B](https://example.org/ferry)', 'A & B'],
    [
      'a longer title',
      '[The ferry sails again](https://example.org/ferry)',
      'The ferry sails again',
    ],
  ])('may hold %s', (_, line, title) => {
    const head = splitBodyHead(`${line}\n------\nx`, known)
    expect(head).toEqual({ title, url: known.sourceUrl, body: 'x' })
  })

  test('may hold an address with parentheses', () => {
    const sourceUrl = 'https://example.org/ferry_(boat)'
    const head = splitBodyHead(`[T](${sourceUrl})\n------\nx`, { sourceUrl })
    expect(head).toEqual({ title: 'T', url: sourceUrl, body: 'x' })
  })

  test('gives the address where the front matter has none', () => {
    const head = splitBodyHead(`${link}\n------\nx`, { title: 'The ferry' })
    expect(head).toMatchObject({ url: known.sourceUrl, body: 'x' })
  })

  test('below a comment and above a rule needs no likeness', () => {
    const head = splitBodyHead('<!--5-->\n[Other](https://example.com/)\n---\nx', known)
    expect(head).toEqual({ epochText: '5', title: 'Other', url: 'https://example.com/', body: 'x' })
  })

  test.each([
    ['a link elsewhere', '[Other](https://example.com/)\n------\nmy words'],
    ['a link in a sentence', `${link} is the place.\n\nx`],
    ['a comment further down', 'x\n<!--1598824571000-->'],
    ['another comment', '<!-- note -->\nx'],
    ['a rule alone', '------\nx'],
    ['a heading of the text', 'Heading\n-------\nx'],
    ['a link without an end', '[The ferry](https://example.org/ferry\n------\nx'],
    ['a bracket', '[The ferry]\nx'],
  ])('is not %s', (_, body) => {
    expect(splitBodyHead(body, known)).toEqual({ body })
  })

  test('S20 takes no longer for a hostile line', { retry: 2 }, () => {
    const started = performance.now()
    for (const text of ['[', '[](', '<!--', '](', '-', ' ', '\n', '[a](https://']) {
      splitBodyHead(text.repeat(200_000), known)
      splitBodyHead(`[${text.repeat(200_000)})`, known)
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('a title extends', () => {
  test.each([
    ['itself', 'The ferry', 'The ferry', true],
    ['one that was cut', 'The ferry sails', 'The ferry', true],
    ['one cut with an ellipsis', 'The ferry sails', 'The fer…', true],
    ['one cut with dots', 'The ferry sails', 'The fer...', true],
    ['one with other spaces', 'The\u00a0ferry  sails', 'The ferry', true],
    ['no other', 'A ferry', 'The ferry', false],
    ['no empty one', 'A ferry', '', false],
  ])('%s', (_, whole, cut, expected) => {
    expect(extendsTitle(whole, cut)).toBe(expected)
  })
})
