import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubleWork } from '#testing/count-work.ts'
import { makePostText, type PostText } from '#testing/make-post.ts'
import { parsePost, type PostFileName } from './parse-post.ts'
import { cleanLabel } from '../text/clean-label.ts'

const name: PostFileName = {
  collection: 'news',
  file: 'news/_posts/2020-03-09-ferry.md',
  fileName: '2020-03-09-ferry.md',
}

function parseText(text: string, file: PostFileName = name) {
  return parsePost(new TextEncoder().encode(text), file)
}

function parseMade(parts: PostText, file?: PostFileName) {
  const { post, problems } = parseText(makePostText(parts), file)
  if (!post) throw new Error(problems[0]?.reason)
  return { post, problems }
}

describe('a post as mirrors write it', () => {
  test('is read completely and without a warning', () => {
    const { post, problems } = parseMade({ more: ['comments: True', 'mood: 7'] })
    expect(problems).toEqual([])
    expect({ ...post, extra: { ...post.extra } }).toEqual({
      collection: 'news',
      file: 'news/_posts/2020-03-09-ferry.md',
      fileName: '2020-03-09-ferry.md',
      slug: 'ferry',
      title: 'The ferry to the islands runs again',
      author: 'Harbour Gazette',
      sourceUrl: 'https://example.org/news/ferry',
      tags: ['Harbour Gazette'],
      categories: ['Harbour Gazette'],
      publishedAt: '2020-03-09T10:15:00Z',
      dateText: '2020-03-09T10:15:00.000Z',
      epochText: '1583748900000',
      timeFlags: [],
      kind: 'article',
      extra: { layout: 'post', comments: true, mood: 7 },
      body: '<div>\n<p>The ferry left at nine.</p>\n</div>',
      bodyForm: 'html',
    })
  })

  test('is read the same with carriage returns and a byte order mark', () => {
    const text = makePostText()
    expect(parseText(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(parseText(text))
  })

  test('keeps the percent-encoding and the double slash of its source URL', () => {
    const from = 'http://www.example.org//cn/%E4%B8%AD%E5%9B%BD/20200830-%E5%AD%97'
    expect(parseMade({ from }).post.sourceUrl).toBe(from)
    expect(parseMade({ from }).post.writtenUrl).toBeUndefined()
  })

  test('keeps a doubly encoded source URL next to the repaired one', () => {
    const from = 'https://example.org/%25E9%25A6%2599'
    const { post } = parseMade({ from, body: '<p>Text</p>' })
    expect(post.sourceUrl).toBe('https://example.org/%E9%A6%99')
    expect(post.writtenUrl).toBe(from)
    expect(post.body).not.toContain(from)
  })

  test('with a video URL is of kind video', () => {
    expect(parseMade({ from: 'https://www.youtube.com/watch?v=abcdefghijk' }).post.kind).toBe(
      'video',
    )
  })

  test('round-trips any title', () => {
    const piece = fc.constantFrom(
      '"',
      '\\',
      "'",
      '|',
      '｜',
      '[',
      '](',
      ')',
      '#',
      ': ',
      '字节',
      '🚢',
      'a',
      ' ',
      '%',
      '`',
    )
    const title = fc
      .oneof(
        fc.array(piece, { minLength: 1 }).map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      )
      .filter((text) => !/[\p{C}\u2028\u2029&]/u.test(text) && cleanLabel(text) !== '')
    fc.assert(
      fc.property(title, (text) => {
        const { post, problems } = parseMade({ title: text })
        expect(post.title).toBe(cleanLabel(text))
        expect(post.body).toBe('<div>\n<p>The ferry left at nine.</p>\n</div>')
        expect(problems).toEqual([])
      }),
    )
  })
})

describe('B5 a title', () => {
  test.each<[string, PostText, string | undefined, number]>([
    ['comes from the front matter', {}, 'The ferry to the islands runs again', 0],
    [
      'comes from the heading link if that one is longer',
      { title: 'The ferry', headTitle: 'The ferry sails' },
      'The ferry sails',
      0,
    ],
    [
      'comes from the front matter if the heading differs',
      { title: 'The ferry', headTitle: 'Boats' },
      'The ferry',
      0,
    ],
    ['comes from the heading link if empty', { title: '', headTitle: 'Boats' }, 'Boats', 1],
    ['falls back to the file name', { title: '', headTitle: '' }, 'ferry', 1],
    ['falls back to the file name if the key is missing', { title: null }, 'ferry', 1],
    ['has its entities decoded once', { title: 'A &amp;amp; B' }, 'A &amp; B', 0],
  ])('B5 %s', (_, parts, title, warnings) => {
    const { post, problems } = parseMade(parts)
    expect(post.title).toBe(title)
    expect(problems).toHaveLength(warnings)
  })

  test('B5 is absent if not even the file name has one', () => {
    const file = { ...name, fileName: '2020-03-09-.md' }
    const { post, problems } = parseMade({ title: '', headTitle: '' }, file)
    expect(post).not.toHaveProperty('title')
    expect(post.slug).toBe('2020-03-09')
    expect(problems).toMatchObject([{ field: 'title', severity: 'warning' }])
  })
})

describe('a source URL', () => {
  test.each<[string, PostText, string | undefined, number]>([
    ['that is missing is absent', { from: null }, undefined, 0],
    [
      'with the javascript: scheme is dropped with a warning',
      { from: 'javascript:alert(1)' },
      undefined,
      1,
    ],
    ['without a scheme is dropped with a warning', { from: 'example.org/x' }, undefined, 1],
  ])('%s', (_, parts, expected, warnings) => {
    const { post, problems } = parseMade(parts)
    expect(post.sourceUrl).toBe(expected)
    expect(problems).toHaveLength(warnings)
  })

  test('comes from the heading link if the front matter has none', () => {
    const text = makePostText().replace(/^from: .*\n/m, '')
    const { post, problems } = parseText(text)
    expect(post?.sourceUrl).toBe('https://example.org/news/ferry')
    expect(problems).toMatchObject([{ field: 'from' }])
  })
})

describe('a front matter key without a field of its own', () => {
  test('is kept in `extra`, as are authors of whom more is said than their names', () => {
    const text =
      '---\ntitle: x\ndate: 2020-03-09\nauthor: [A, {name: B, role: editor}]\nslug: y\n---\nbody'
    const { post, problems } = parseText(text)
    expect({ ...post?.extra }).toEqual({
      author: ['A', { name: 'B', role: 'editor' }],
      slug: 'y',
    })
    expect(post).toMatchObject({ author: 'A', coauthors: ['B'] })
    expect(problems).toEqual([])
  })

  test('B4 cannot pollute a prototype', () => {
    const { post } = parseText(
      '---\ntitle: x\ndate: 2020-03-09\n__proto__: {a: 1}\nconstructor: 2\n---\n',
    )
    expect(Object.getPrototypeOf(post?.extra)).toBeNull()
    expect(JSON.stringify(post?.extra)).toBe('{"__proto__":{"a":1},"constructor":2}')
    expect(structuredClone(post)?.extra).toHaveProperty('constructor', 2)
    expect({}).not.toHaveProperty('a')
  })
})

describe('a file that is not a post yields one error', () => {
  test.each([
    ['', 'frontMatter'],
    ['# A page\n', 'frontMatter'],
    ['---\ntitle: x\n', 'frontMatter'],
    ['---js\nmodule.exports = {}\n---\n', 'frontMatter'],
    ['---\njust words\n---\n', 'frontMatter'],
  ])('%j', (text, field) => {
    const { post, problems } = parseText(text)
    expect(post).toBeUndefined()
    expect(problems).toMatchObject([{ file: name.file, severity: 'error', field }])
  })
})

test('no input makes it throw, and it returns either a post or exactly one error', () => {
  const start = fc.constantFrom('', '---\n', '---\ntitle: "', '---\ntitle: x\n---\n', '---\ndate: ')
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
      const { post, problems } = parsePost(Buffer.concat([Buffer.from(head), tail]), name)
      expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(post ? 0 : 1)
    }),
    { numRuns: 500 },
  )
})

test.each(['<p>word</p>\n', '****', '[a](b', 'a\n\n', '`', '中文'])(
  'S20 reads a body of a million characters of %j, twice as many with twice the work',
  (piece) => {
    const parse = (characters: number) =>
      parseMade({ body: piece.repeat(Math.ceil(characters / piece.length)) })
    expect(doubleWork(100_000, parse)).toBeLessThan(2.5)
    expect(parse(1_000_000).problems).toEqual([])
  },
)
