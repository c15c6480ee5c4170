import { describe, expect, test } from 'vitest'
import { KnownFields } from './known-fields.ts'
import { parseFrontMatter } from './parse-front-matter.ts'
import { parseSourceUrl, toLabel, toLabels } from './labels.ts'

function read(yaml: string) {
  const fields = parseFrontMatter(yaml, 2).value?.fields
  if (!fields) throw new Error(`no fields in ${yaml}`)
  return new KnownFields(fields)
}

function parseUrl(text: string) {
  return parseSourceUrl({ value: text, text, line: 6 })
}

describe('B5 a title', () => {
  test.each([
    ['title: 2020', '2020'],
    ['title: 007', '007'],
    ['title: 2020-08-30', '2020-08-30'],
    ['title: true', 'true'],
    ['title: null', undefined],
    ['title:', undefined],
    ['title: "  "', undefined],
    ['title: [News]', '[News]'],
    ['title: {a: b}', '{a: b}'],
    ['title: A &amp; B', 'A & B'],
    ['titel: x', undefined],
  ])('B5 of "%s" is %s', (yaml, expected) => {
    expect(toLabel(read(yaml).get('title')?.field)).toBe(expected)
  })
})

describe('B5 tags', () => {
  test.each([
    ['tags: [ a, b, a ]', ['a', 'b']],
    ['tags:\n- a\n- b c', ['a', 'b c']],
    ['tags: a b', ['a', 'b']],
    ['tags: "a b"', ['a', 'b']],
    ['tags: 法广', ['法广']],
    ['tags: 法广、茶馆', ['法广', '茶馆']],
    ['tags: a b, c d', ['a b', 'c d']],
    ['tags: 2020', ['2020']],
    ['tags: [2020, true, null, 1.50]', ['2020', 'true', '1.50']],
    ['tags: null', []],
    ['tags: []', []],
    ['tags: {a: 1}', []],
    ['tags: [[a, b], {c: 1}, d]', ['a', 'b', 'd']],
    ['tag: a b', ['a b']],
    ['tag: x\ntags: []', ['x']],
    ['tags: ["A &#38; B", " A & B "]', ['A & B']],
    ['tags: ["#sea", "#log/night", "c#", "#"]', ['sea', 'log/night', 'c#', '#']],
    ['other: x', []],
  ])('B5 of "%s" are %j', (yaml, expected) => {
    expect(toLabels(read(yaml), 'tags')).toEqual(expected)
  })

  test('B4 named like members of Object.prototype are ordinary tags', () => {
    const tags = ['__proto__', 'constructor', 'toString']
    expect(toLabels(read(`tags: [${tags.join(', ')}]`), 'tags')).toEqual(tags)
  })
})

describe('a source URL', () => {
  test.each([
    'http://www.rfi.fr//cn/%E4%B8%AD%E5%9B%BD/x-%E5%AD%97',
    'https://example.org/中文?a=1&b=%25E9#x',
    'HTTPS://Example.org',
    'https://user:pass@example.org:8080/(a)/[b]',
  ])('%s is kept as written', (url) => {
    expect(parseUrl(` ${url} `).value).toBe(url)
  })

  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/a"b<c>', 'https://example.org/a%22b%3Cc%3E'],
    ['https:/example.org/x', 'https://example.org/x'],
    ['https://example.org/?a\\b', 'https://example.org/?a%5Cb'],
  ])('%s becomes %s', (url, expected) => {
    expect(parseUrl(url).value).toBe(expected)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    '//example.org/x',
    'example.org',
    'ttps://example.org',
    'ftp://example.org',
    'https://',
    'http://[',
    'java\nscript:alert(1)',
    'mailto:a@example.org',
    'about:blank',
  ])('S16 %s is rejected', (url) => {
    expect(parseUrl(url).error).toMatchObject({ field: 'from', line: 6 })
  })
})
