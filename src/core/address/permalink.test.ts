import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePermalink } from './parse-permalink.ts'
import { toPermalink, toPermalinkTitle } from './permalink.ts'

const post = {
  slug: '字节跳动回应：将遵守 (Part 2)',
  date: '2020-08-03T21:56:11Z',
  categories: ['News', 'Asia', 'news'],
}
const slug = '字节跳动回应-将遵守-part-2'
const title = '字节跳动回应-将遵守-(Part-2)'

const patterns: [string, string][] = [
  ['/:year-:month-:day/:title/', `/2020-08-03/${title}/`],
  ['date', `/news/asia/2020/08/03/${title}.html`],
  ['pretty', `/news/asia/2020/08/03/${title}/`],
  ['ordinal', `/news/asia/2020/216/${title}.html`],
  ['none', `/news/asia/${title}.html`],
  ['weekdate', `/news/asia/2020/W32/Mon/${title}.html`],
  ['/:w_year/:w_day/:long_month/:short_month/:long_day/:slug', `/2020/1/August/Aug/Monday/${slug}`],
  ['/:slugified_categories/:month_:day/:title', `/news/asia/08_03/${title}`],
  ['/:short_year/:i_month/:i_day/:title', `/20/8/3/${title}`],
  [
    '/blog/:year/:month/:day/:hour:minute:second/:slug',
    '/blog/2020/08/03/215611/字节跳动回应-将遵守-part-2',
  ],
]

describe('a permalink', () => {
  test.each(patterns)('with the pattern %s is %s', (pattern, expected) => {
    expect(toPermalink(pattern, post)).toBe(expected)
  })

  test('without categories leaves no empty segment', () => {
    expect(toPermalink('pretty', { ...post, categories: [] })).toBe(`/2020/08/03/${title}/`)
  })

  test('is undefined for an unknown placeholder', () => {
    expect(toPermalink('/:year/:moonphase/:title', post)).toBeUndefined()
  })
})

describe('the title in a permalink', () => {
  test.each([
    ['Hello World', 'Hello-World'],
    ['The _config.yml file?', 'The-_config.yml-file'],
    ['  -a - b-  ', 'a-b'],
    ["it's (ok), a+b=c; 100%", "it's-(ok),-a+b=c;-100"],
    ['日本語テスト', '日本語テスト'],
    ['#hash｜bar：colon', 'hash-bar-colon'],
    ['émigré ١٢', 'émigré-١٢'],
    ['❤️ heart', '\uFE0F-heart'],
    ['Ⅷ Ⓐ ½ ² x', 'x'],
    ['हिन्दी में', 'हिन्दी-में'],
  ])('of %s is %s', (slug, expected) => {
    expect(toPermalinkTitle(slug)).toBe(expected)
  })

  test('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (slug) => {
        const once = toPermalinkTitle(slug)
        expect(toPermalinkTitle(once)).toBe(once)
      }),
    )
  })
})

describe('an old address', () => {
  test.each([
    ['/:year-:month-:day/:title/', `/2020-08-03/${title}/`, { day: '2020-08-03', title }],
    ['/:year-:month-:day/:title/', `/2020-08-03/${title}`, { day: '2020-08-03', title }],
    ['/:year-:month-:day/:title/', `/2020-08-03/${title}/index.html`, { day: '2020-08-03', title }],
    ['/:year-:month-:day/:title/', `2020-08-03/${title}/`, { day: '2020-08-03', title }],
    [
      '/:year-:month-:day/:title/',
      `/2020-08-03/${encodeURIComponent(title)}/`,
      { day: '2020-08-03', title },
    ],
    ['date', `/news/asia/2020/08/03/${title}.html`, { day: '2020-08-03', title }],
    ['date', `/2020/08/03/${title}.html`, { day: '2020-08-03', title }],
    ['pretty', `/2020/08/03/${title}/`, { day: '2020-08-03', title }],
    ['ordinal', `/2020/216/${title}.html`, { day: '2020-08-03', title }],
    ['none', `/news/${title}.html`, { title }],
    ['/:title', '/2020', { title: '2020' }],
    ['/:year-:month-:day/:title/', '/2020-13-03/x/', { title: 'x' }],
  ])('with the pattern %s parses %s', (pattern, path, expected) => {
    expect(parsePermalink(pattern, path)).toEqual(expected)
  })

  test.each([
    ['/:year-:month-:day/:title/', '/about'],
    ['/:year-:month-:day/:title/', '/2020-08-03/a/b/'],
    ['/:year-:month-:day/:title/', '/2020-08-03/%E5%8/'],
    ['/:year/:month', '/2020/08'],
    ['/:title/:title', '/a/b'],
    [`/${'x'.repeat(300)}/:title`, '/a'],
  ])('with the pattern %s rejects %s', (pattern, path) => {
    expect(parsePermalink(pattern, path)).toBeUndefined()
  })

  test('leads back to the day and the title it was made from', () => {
    const slug = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.normalize('NFC'))
      .filter((name) => toPermalinkTitle(name) !== '')
    fc.assert(
      fc.property(
        slug,
        fc.constantFrom('/:year-:month-:day/:title/', 'date', 'pretty'),
        (name, pattern) => {
          // Like Jekyll, permalinks drop dots that could lead to a parent folder. `find-old-post.ts` matches such names
          // by their letters.
          fc.pre(!/\.\.|\.$/.test(toPermalinkTitle(name)))
          const path =
            toPermalink(pattern, { slug: name, date: '2020-08-03', categories: [] }) ?? ''
          const parsed = parsePermalink(pattern, encodeURI(path))
          expect(parsed?.day).toBe('2020-08-03')
          expect([
            toPermalinkTitle(name),
            toPermalinkTitle(name).replace(/\.html?$/, ''),
          ]).toContain(parsed?.title)
        },
      ),
    )
  })

  test('S20 gives up on an address of two million characters', () => {
    const path = `/${'a/'.repeat(1_000_000)}`
    expect(parsePermalink('/:categories/:year/:title', path)).toBeUndefined()
  })
})
