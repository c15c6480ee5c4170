import { describe, expect, test } from 'vitest'
import { countWork } from '#testing/count-work.ts'
import { parseFrontMatter } from './parse-front-matter.ts'

function parse(yaml: string) {
  const { value, error } = parseFrontMatter(yaml, 2)
  if (error) throw new Error(error.reason)
  const plain = [...value.fields].map(([key, field]): [string, unknown] => [key, field.value])
  return { values: new Map(plain), fields: value.fields, warnings: value.warnings }
}

describe('valid front matter', () => {
  test.each<[string, string, unknown, string | undefined]>([
    ['an anchor that nothing refers to', 'k: &t "Other"', 'Other', 'Other'],
    ['a plain scalar', 'k: a b', 'a b', 'a b'],
    ['double quotes', 'k: "a \\"b\\" \\u4e2d"', 'a "b" 中', 'a "b" 中'],
    ['single quotes', "k: 'it''s'", "it's", "it's"],
    ['a number', 'k: 42', 42, '42'],
    ['a number with leading zeros', 'k: 007', 7, '007'],
    ['a decimal', 'k: 1.50', 1.5, '1.50'],
    ['a big number', 'k: 123456789012345678901', '123456789012345678901', '123456789012345678901'],
    ['infinity', 'k: .inf', '.inf', '.inf'],
    ['a boolean', 'k: True', true, 'True'],
    ['a word that is a boolean in YAML 1.1', 'k: no', 'no', 'no'],
    ['a date', 'k: 2020-08-30', '2020-08-30', '2020-08-30'],
    ['an invalid date', 'k: 2020-13-45', '2020-13-45', '2020-13-45'],
    [
      'a time',
      'k: 2020-08-30T21:56:11.000Z',
      '2020-08-30T21:56:11.000Z',
      '2020-08-30T21:56:11.000Z',
    ],
    ['null', 'k: null', null, undefined],
    ['a tilde', 'k: ~', null, undefined],
    ['no value', 'k:', null, undefined],
    ['an empty text', 'k: ""', '', ''],
    ['a flow sequence', 'k: [ a, "b", 3 ]', ['a', 'b', 3], '[ a, "b", 3 ]'],
    ['a block sequence', 'k:\n- a\n- b', ['a', 'b'], '- a\n- b'],
    ['an indented block sequence', 'k:\n  - a\n  - b', ['a', 'b'], '- a\n  - b'],
    ['a folded text', 'k: >\n  a\n  b', 'a b\n', 'a b\n'],
    ['a comment', 'k: a # b', 'a', 'a'],
    ['a map', 'k: {a: 1}', { a: 1 }, '{a: 1}'],
    ['a number as key', '2020: x', 'x', 'x'],
  ])('reads %s', (_, yaml, value, text) => {
    const { fields, warnings } = parse(yaml)
    const [field] = fields.values()
    expect(field?.value).toEqual(value)
    expect(field?.text).toBe(text)
    expect(warnings).toEqual([])
  })

  test('records the line of each key', () => {
    const { fields } = parse('# note\na: 1\n\nb:\n  - x\nc: 3')
    expect([...fields].map(([key, { line }]) => [key, line])).toEqual([
      ['a', 3] as const,
      ['b', 5] as const,
      ['c', 7] as const,
    ])
  })

  test('may be empty', () => {
    expect(parse('').fields.size).toBe(0)
    expect(parse('# only a comment\n').fields.size).toBe(0)
  })

  test('uses the last value of a repeated key and warns', () => {
    const { values, warnings } = parse('title: a\ntags: [x]\ntitle: b\n')
    expect(values.get('title')).toBe('b')
    expect(warnings).toMatchObject([{ field: 'title', line: 4 }])
  })
})

describe('B2 front matter that is invalid YAML is repaired where its meaning is obvious', () => {
  test.each([
    ['a backslash in double quotes', 'title: "水平\\智力"', 'title', '水平\\智力'],
    ['quotes inside quotes', 'title: "他说"你好"了"', 'title', '他说"你好"了'],
    [
      'a text that starts and ends with quoted words',
      'title: "Foo" and "bar"',
      'title',
      '"Foo" and "bar"',
    ],
    ['a text that continues after its quotes', 'title: "Foo" says bar', 'title', '"Foo" says bar'],
    ['an apostrophe in single quotes', "title: 'it's here'", 'title', "it's here"],
    ['a quote that never closes', 'title: "Foo', 'title', 'Foo'],
    ['a colon in an unquoted text', 'title: Part 2: the end', 'title', 'Part 2: the end'],
    ['a bracket at the start', 'title: [News] today', 'title', '[News] today'],
    ['a brace at the start', 'title: {{ page }} x', 'title', '{{ page }} x'],
    ['a percent sign at the start', 'title: %50 off: now', 'title', '%50 off: now'],
    ['an at sign', 'author: @someone', 'author', '@someone'],
    ['a backtick', 'title: `code`', 'title', '`code`'],
    ['a star', 'title: *important* news', 'title', '*important* news'],
    ['an exclamation mark', 'title: !Warning: go', 'title', '!Warning: go'],
    ['an ampersand', 'title: &more news', 'title', '&more news'],
    ['an unclosed list', 'tags: [a, "b", c', 'tags', ['a', 'b', 'c']],
    ['a list with a star', 'tags:\n  - *a\n  - b', 'tags', ['*a', 'b']],
  ])('%s', (_, line, key, expected) => {
    const { values, warnings } = parse(`layout: post\n${line}\ndate: 2020-08-30\nx: 1\n`)
    expect(values.get(key)).toEqual(expected)
    expect([values.get('layout'), values.get('date'), values.get('x')]).toEqual([
      'post',
      '2020-08-30',
      1,
    ])
    expect(warnings).toMatchObject([{ reason: expect.stringContaining('repaired') }])
  })

  test('B2 reports the line and the key', () => {
    const { warnings } = parse('layout: post\ntitle: "水平\\智力"\ndate: 2020-08-30\n')
    expect(warnings).toMatchObject([{ field: 'title', line: 3 }])
    expect(warnings[0]?.reason).toMatch(
      /^The YAML cannot be read: Invalid escape sequence \\智\. It was repaired/,
    )
  })

  test.each([
    ['prose', 'this is no front matter\nat all'],
    ['a list', '- a\n- b'],
    ['a single word', 'word'],
    ['a tabbed block', '\t\t[[[[\n\t:'],
  ])('B2 an error if it cannot be repaired: %s', (_, yaml) => {
    expect(parseFrontMatter(yaml, 2).error?.field).toBe('frontMatter')
  })
})

describe('B3 front matter built to exhaust the parser is harmless', () => {
  const bomb = [
    'title: x',
    'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]',
    ...'bcdefghi'
      .split('')
      .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
  ].join('\n')
  test.each([
    ['aliases', bomb],
    ['a self-referencing alias', 'title: x\na: &a [*a]'],
    ['deep flow', `title: x\na: ${'['.repeat(30_000)}`],
    ['deep closed flow', `title: x\na: ${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['deep maps', `title: x\na: ${'{a: '.repeat(10_000)}`],
    ['deep lists', `title: x\na:\n${'- '.repeat(30_000)}`],
    ['question marks', `title: x\n${'? '.repeat(30_000)}`],
    ['tags', 'title: x\na: !!js/function "function () {}"'],
    ['binary', 'title: x\na: !!binary aGVsbG8='],
  ])('B3 %s', (_, yaml) => {
    // A few dozens of blocks of code for each character, however they are nested.
    const { work, result } = countWork(() => parse(yaml))
    expect(work).toBeLessThan(100_000 + 500 * yaml.length)
    const { values, warnings } = result
    expect(values.get('title')).toBe('x')
    expect(JSON.stringify([...values]).length).toBeLessThan(1000)
    expect(warnings).toHaveLength(1)
  })

  test('B3 keys without an obvious meaning are left out and named in the warning', () => {
    const { values, warnings } = parse('title: x\na: !a [y]\nb: [*b]\nc: 1')
    expect([...values.keys()]).toEqual(['title', 'c'])
    expect(warnings).toMatchObject([{ field: 'a', line: 3 }])
    expect(warnings[0]?.reason).toMatch(/line by line, without `a`, `b`\.$/)
  })

  test('B3 five levels of nesting are too deep, four are not', () => {
    expect(parse('a: [[[1]]]').warnings).toHaveLength(0)
    expect(parse('title: x\na: [[[[1]]]]').warnings).toHaveLength(1)
  })
})

describe('B4 keys of Object.prototype are ordinary keys', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('B4 %s', (key) => {
    const { values } = parse(
      `title: x\n${key}:\n  isAdmin: true\nmap: { ${key}: { isAdmin: true } }`,
    )
    expect(Object.keys(Object(values.get(key)))).toEqual(['isAdmin'])
    expect(Object.keys(Object(values.get('map')))).toEqual([key])
    expect({}).not.toHaveProperty('isAdmin')
    expect(JSON.stringify(values.get('map'))).toBe(`{"${key}":{"isAdmin":true}}`)
  })
})
