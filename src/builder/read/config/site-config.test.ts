import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSiteConfig } from './parse-site-config.ts'
import { readSiteConfig } from './read-site-config.ts'

function parse(text: string, file = '_config.yml') {
  const { config, problems } = parseSiteConfig(new TextEncoder().encode(text), `news/${file}`)
  return { config, problems }
}

const whole = `# Settings
name: 新闻
description: "A &amp; B"
navigation:
  - name: <i class="fa"></i>
    url: /x
url: https://example.org
baseurl: "/news"
permalink: /:year-:month-:day/:title/
timezone: Asia/Shanghai
paginate: 50
avatar:
`

describe('site settings', () => {
  test('are read from the top level only', () => {
    expect(parse(whole)).toEqual({
      config: {
        title: '新闻',
        description: 'A & B',
        url: 'https://example.org',
        baseurl: '/news',
        permalink: '/:year-:month-:day/:title/',
        timeZone: 'Asia/Shanghai',
      },
      problems: [],
    })
  })

  test.each([
    ['name: a\ntitle: b', { title: 'b' }],
    ['title:\nname: a', { title: 'a' }],
    ['title: null', {}],
    ['title: 2020', { title: '2020' }],
    ['title: [a]', {}],
    ['', {}],
    ['- a\n- b', {}],
    ['__proto__: {title: x}\nconstructor: y', {}],
  ])('%j yields %j', (text, config) => {
    expect(parse(text)).toEqual({ config, problems: [] })
  })

  test('are there for templates too, as values', () => {
    const text = 'a: 1.10\nb: yes\nc: true\nd: [ 1, { e: ~ } ]\ntitle: 2.50'
    const { config, values } = parseSiteConfig(new TextEncoder().encode(text), 'news/_config.yml')
    expect({ ...values }).toEqual({ a: 1.1, b: 'yes', c: true, d: [1, { e: null }], title: 2.5 })
    expect(config).toEqual({ title: '2.50' })
  })

  test.each([
    [
      'a collection of posts',
      'permalink: date\ncollections:\n  posts:\n    permalink: /a/:title/',
      { permalink: '/a/:title/' },
    ],
    [
      'a table of sections',
      'permalinks:\n  post: /:year/:slug/',
      { sections: { post: '/:year/:slug/' } },
    ],
    [
      'a table of sections of pages',
      'permalinks: { page: { post: /:slug/ }, section: { post: /p/ } }',
      { sections: { post: '/:slug/' } },
    ],
    ['capitals', 'disablePathToLower: true', { keepsCase: true }],
  ])('give addresses by %s', (_, text, config) => {
    expect(parse(text).config).toEqual(config)
  })

  test.each([
    ['broken YAML', 'title: a\nname: "x\n', { title: 'a' }],
    ['an unknown zone', 'title: a\ntimezone: Mars/Olympus', { title: 'a' }],
  ])('B13 with %s keep what could be parsed and report a problem', (_, text, config) => {
    const read = parse(text)
    expect(read.config).toMatchObject(config)
    expect(read.problems).toMatchObject([{ file: 'news/_config.yml', severity: 'warning' }])
  })
})

describe('the settings of other generators', () => {
  test.each([
    [
      'hugo.toml',
      'baseURL = "https://example.org/news/"\ntitle = "A"\nlanguageCode = "en-gb"',
      { url: 'https://example.org', baseurl: '/news', title: 'A', language: 'en-GB' },
    ],
    [
      'config.yaml',
      'baseURL: https://example.org/\nlanguages:\n  en:\n    title: A',
      { url: 'https://example.org', title: 'A' },
    ],
    [
      'hugo.yaml',
      'defaultContentLanguageInSubdir: true\nlanguages:\n  en: {contentDir: content/english}\n  zh-CN: {contentDir: ./content/zh/}\n  fr: {weight: 2}',
      { defaultInFolder: true, languageFolders: { english: 'en', zh: 'zh-cn' } },
    ],
    [
      'config.json',
      '{"baseurl": "https://example.org/", "Title": "A"}',
      { url: 'https://example.org', title: 'A' },
    ],
    [
      'zola.toml',
      'base_url = "https://example.org"\ndefault_language = "fr"\ntaxonomies = [{name = "tags"}]',
      { url: 'https://example.org', language: 'fr' },
    ],
    [
      '_config.yml',
      'title: A\nurl: https://example.org\nroot: /blog/\nlanguage: zh-TW',
      { title: 'A', url: 'https://example.org', baseurl: '/blog/', language: 'zh-Hant' },
    ],
    [
      '_config.yml',
      'url: https://example.org/blog\nroot: /blog/',
      { url: 'https://example.org', baseurl: '/blog/' },
    ],
    ['_config.yml', 'url: https://blog\nbaseurl: /blog', { url: 'https://blog', baseurl: '/blog' }],
    [
      '_config.yml',
      'defaults:\n- scope: {path: "", type: posts}\n  values: {author: A, tags: [b]}',
      { defaults: [{ path: '', type: 'posts', values: { author: 'A', tags: ['b'] } }] },
    ],
  ])('%s is read: %j', (file, text, config) => {
    expect(parse(text, file)).toEqual({ config, problems: [] })
  })

  test('B13 that are broken are said', () => {
    expect(parse('title = ', 'hugo.toml').problems).toMatchObject([{ severity: 'warning' }])
  })
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-config-'))
  await mkdir(join(folder, 'odd', '_config.yml'), { recursive: true })
  await writeFile(join(folder, '_config.yml'), Buffer.from('fffe740069007400', 'hex'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the settings file', () => {
  test.each([
    ['hugo.toml', 'title = "A"', { title: 'A', generator: 'hugo' }],
    ['config/_default/hugo.yaml', 'title: A', { title: 'A', generator: 'hugo' }],
    ['zola.toml', 'title = "A"', { title: 'A', generator: 'zola' }],
    ['_config.yaml', 'title: A', { title: 'A', generator: 'jekyll' }],
    ['_config.yml', '', { generator: 'jekyll' }],
    [
      '_config.yml',
      'source_dir: a\nnew_post_name: :title.md',
      { fileNames: ':title.md', generator: 'hexo', habits: { hardBreaks: true } },
    ],
  ])('may be %s', async (name, text, config) => {
    const root = join(folder, `in-${name.replaceAll('/', '-')}-${text.length}`)
    await mkdir(join(root, dirname(name)), { recursive: true })
    await writeFile(join(root, name), text)
    expect((await readSiteConfig(root, 'x')).config).toEqual(config)
  })

  test.each([
    ['title: A', { title: 'A', generator: 'hexo', habits: { hardBreaks: true } }],
    ['marked: {breaks: false}', { generator: 'hexo' }],
    ['source: source', { generator: 'jekyll' }],
  ])('is of Hexo beside its posts, whatever it says: %s', async (text, config) => {
    const root = join(folder, `hexo-${text.length}`)
    await mkdir(join(root, 'source', '_posts'), { recursive: true })
    await writeFile(join(root, '_config.yml'), text)
    expect((await readSiteConfig(root, 'x')).config).toEqual(config)
  })

  test('may be missing', async () => {
    expect(await readSiteConfig(join(folder, 'none'), 'x')).toEqual({ config: {}, problems: [] })
  })

  test.each([
    ['odd', {}],
    ['.', { generator: 'jekyll' }],
  ])(
    'B13 is replaced by empty settings and a warning when it cannot be read (%s)',
    async (name, expected) => {
      const { config, problems } = await readSiteConfig(join(folder, name), 'x')
      expect(config).toEqual(expected)
      expect(problems).toMatchObject([{ file: 'x/_config.yml', severity: 'warning' }])
    },
  )
})
