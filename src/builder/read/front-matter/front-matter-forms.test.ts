import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from './parse-front-matter.ts'
import type { FrontMatterForm } from './split-front-matter.ts'

function parse(text: string, form: FrontMatterForm) {
  const { value, error } = parseFrontMatter(text, 2, form)
  if (error) return error.reason
  return Object.fromEntries([...value.fields].map(([key, { text: written }]) => [key, written]))
}

const toml = `title = "Buoys \\"red\\""
date = 2020-03-01T09:30:00+01:00
weight = 7
draft = false
tags = ["sea", 'fog']
[taxonomies]
categories = ["log"]
[[resources]]
src = "a.png"
`

describe('front matter in TOML', () => {
  test('is read with its dates as they are written', () => {
    expect(parse(toml, 'toml')).toMatchObject({
      title: 'Buoys "red"',
      date: '2020-03-01T09:30:00+01:00',
      weight: '7',
      draft: 'false',
      tags: '["sea","fog"]',
    })
  })

  test.each([
    ['2020-03-01', '2020-03-01'],
    ['2020-03-01T09:30:00', '2020-03-01T09:30:00'],
    ['2020-03-01 09:30:00Z', '2020-03-01T09:30:00Z'],
    ['1969-07-20T20:17:40.5-05:00', '1969-07-20T20:17:40.500-05:00'],
  ])('a date of %s is %s', (written, text) => {
    expect(parse(`date = ${written}`, 'toml')).toEqual({ date: text })
  })

  test('knows the line of each key', () => {
    const fields = parseFrontMatter(toml, 2, 'toml').value?.fields
    expect([...(fields ?? [])].map(([key, { line }]) => [key, line])).toEqual([
      ['title', 2],
      ['date', 3],
      ['weight', 4],
      ['draft', 5],
      ['tags', 6],
      ['taxonomies', 7],
      ['resources', 9],
    ])
  })

  test('B2 that is invalid is read line by line, with a warning', () => {
    const { value } = parseFrontMatter('title = "a"\nbad = [1,\ndate = 2020-03-01\n', 2, 'toml')
    expect([...(value?.fields.keys() ?? [])]).toEqual(['title', 'date'])
    expect(value?.warnings).toMatchObject([{ field: 'frontMatter' }])
    expect(value?.warnings[0]?.reason).toMatch(/without `bad`\.$/)
  })

  test('B2 with a mark that does not close keeps title, date and author', () => {
    const { value } = parseFrontMatter('title = "a b\ndate = \'2020-03-01\nx = "y\n', 2, 'toml')
    expect([...(value?.fields ?? [])].map(([key, { text }]) => [key, text])).toEqual([
      ['title', 'a b'],
      ['date', '2020-03-01'],
    ])
    expect(value?.warnings[0]?.reason).toMatch(/without `x`\.$/)
  })

  test('of which no key can be read is an error', () => {
    expect(parse('just words\n', 'toml')).toMatch(/^The TOML cannot be read: /)
  })

  test('B4 cannot pollute a prototype', () => {
    const { value } = parseFrontMatter('[__proto__]\na = 1\n[x.__proto__]\nb = 2\n', 2, 'toml')
    expect(value?.fields.has('__proto__')).toBe(true)
    expect({}).not.toHaveProperty('a')
    expect({}).not.toHaveProperty('b')
  })

  test('B3 nested deeply is cut, not followed', () => {
    const deep = `a = ${'['.repeat(200)}${']'.repeat(200)}`
    expect(JSON.stringify(parse(deep, 'toml')).length).toBeLessThan(200)
  })
})

describe('front matter in YAML with anchors', () => {
  test.each([
    [
      'an alias',
      'tags: &t [sea, fog]\nkeywords: *t',
      { tags: ['sea', 'fog'], keywords: ['sea', 'fog'] },
    ],
    ['one within a list', 'a: &a oar\nb: [*a, rope]', { a: 'oar', b: ['oar', 'rope'] }],
    [
      'a merge',
      'x: &x\n  author: Ada\n  title: b\n<<: *x\ntitle: c',
      { author: 'Ada', title: 'c' },
    ],
    ['several merges', 'x: &x {a: 1}\ny: &y {a: 2, b: 3}\n<<: [*x, *y]', { a: 1, b: 3 }],
  ])('%s is read as what it refers to', (_, text, expected) => {
    const { value } = parseFrontMatter(text, 2)
    const fields = [...(value?.fields ?? [])].map(([key, field]) => [key, field.value])
    expect(Object.fromEntries(fields)).toMatchObject(expected)
    expect(value?.warnings).toEqual([])
  })
})

describe('front matter in JSON', () => {
  test.each([
    [
      '{"title": "a", "date": "2020-03-01", "n": 1.5, "no": null}',
      { title: 'a', date: '2020-03-01', n: '1.5' },
    ],
    ["{'title': 'a',}", { title: 'a' }],
    ['{title: a, from: https://quay.example/b}', { title: 'a', from: 'https://quay.example/b' }],
    [
      '{\n// it\'s "a" {\n"title": "http://b/*c*/", /* d: \n"e" */ "f": "g"}',
      { title: 'http://b/*c*/', f: 'g' },
    ],
    ['{"title": "a",\n\t"tags": ["b"],\n}', { title: 'a', tags: '["b"]' }],
  ])('%s is read', (text, expected) => {
    expect(parse(text, 'json')).toEqual(expected)
  })

  test('B4 cannot pollute a prototype', () => {
    const { value } = parseFrontMatter('{"__proto__": {"a": 1}}', 2, 'json')
    expect(value?.fields.get('__proto__')?.text).toBe('{"a":1}')
    expect({}).not.toHaveProperty('a')
  })

  test.each(['{}', '{"a"'])('%s of which no key can be read is an error', (text) => {
    expect(parse(text, 'json')).toMatch(/^The JSON cannot be read: /)
  })
})
