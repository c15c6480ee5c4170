import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import { dataPath } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '../check/verify-site.ts'

const ferry = {
  title: 'The ferry runs again',
  date: '2020-03-09T10:15:00.000Z',
  from: 'https://example.org/ferry',
}

const posts = {
  'harbour/_posts/2020-03-09-ferry.md': makePostText({ ...ferry, tags: ['ferry'] }),
  'harbour/archived/2020-03-09-ferry.md': makePostText({ ...ferry, tags: ['ferry'] }),
  'harbour/archived/2020-03-08-ferry.md': makePostText({
    ...ferry,
    date: '2020-03-08T10:15:00.000Z',
  }),
  'harbour/_posts/2020-03-10-tide.md': makePostText({
    title: '潮汐表',
    date: '2020-03-10',
    from: null,
    tags: ['潮汐', '__proto__'],
    body: '<p>今天高潮在上午九点。</p><p><img src="https://images.example/a.png" alt="tide"></p>',
  }),
  'harbour/_posts/2020-03-11-broken.md': 'no front matter at all',
}

test('decodes an address that was percent-encoded twice, and keeps the original', async () => {
  const from = 'https://example.org/%25E9%25A6%2599'
  const { out, manifest } = await buildTestSite({
    posts: { 'harbour/_posts/2020-03-09-x.md': makePostText({ title: 'x', from }) },
  })
  const shardPath = dataPath('timeline', manifest.timeline.tail[0] ?? manifest.report)
  const { packs } = await readJson(out, shardPath, parseTimelineShard)
  const packPath = dataPath('bodies', packs[0]?.pack ?? manifest.report)
  const { bodies } = await readJson(out, packPath, parseBodyPack)
  const repaired = { sourceUrl: 'https://example.org/%E9%A6%99', writtenUrl: from }
  expect(bodies[0]).toMatchObject(repaired)
})

/** The scripts that are part of the pages of the tests' reader. */
const earlyScripts = ["void 'early'", "void 'early view AAAAAAAA'"]
const isDataBlock = (type: string) => /^application\/(?:ld\+)?json$/.test(type)

async function readJson<T>(out: string, path: string, parse: (value: unknown) => T): Promise<T> {
  return parse(JSON.parse(await readFile(join(out, path), 'utf8')))
}

describe('a small archive', () => {
  test('B13 counts every file as a post, a copy, a version or unreadable, with reasons', async () => {
    const { report } = await buildTestSite({ posts })
    expect(report).toMatchObject({ files: 5, posts: 2, copies: 1, versions: 1, unreadable: 1 })
    expect(report.copyOf).toEqual([
      {
        file: 'harbour/archived/2020-03-09-ferry.md',
        copyOf: 'harbour/_posts/2020-03-09-ferry.md',
      },
    ])
    expect(report.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'harbour/_posts/2020-03-11-broken.md' },
    ])
  })

  test('writes rows, bodies and a manifest that the contract parses', async () => {
    const { out, manifest } = await buildTestSite({ posts, title: 'Harbour' })
    expect(await readJson(out, 'manifest.json', parseManifest)).toEqual(manifest)
    const [tail] = manifest.timeline.tail
    const shard = await readJson(
      out,
      dataPath('timeline', tail ?? manifest.report),
      parseTimelineShard,
    )
    expect(shard.rows.map(({ title }) => title)).toEqual([ferry.title, ferry.title, '潮汐表'])
    expect(shard.rows[0]?.supersededBy).toBe(shard.rows[1]?.id)
    expect(shard.rows[1]).toMatchObject({ versions: 2, publishedAt: '2020-03-09T10:15:00Z' })
    expect(shard.rows[2]).toMatchObject({ publishedOn: '2020-03-10', tags: ['潮汐', '__proto__'] })
    const pack = await readJson(
      out,
      dataPath('bodies', shard.packs[0]?.pack ?? manifest.report),
      parseBodyPack,
    )
    expect(pack.bodies[1]).toMatchObject({
      sourceUrl: ferry.from,
      file: 'harbour/_posts/2020-03-09-ferry.md',
      versions: [{ id: shard.rows[1]?.id }, { id: shard.rows[0]?.id }],
    })
    expect(manifest.span).toEqual({ first: '2020-03-08T10:15:00Z', last: '2020-03-10T00:00:00Z' })
  })

  test('B17 the site verifies: every hash, shape, count and page', async () => {
    const { out } = await buildTestSite({ posts })
    const { faults, files } = await verifySite(out)
    expect(faults).toEqual([])
    expect(files).toBeGreaterThan(10)
  })

  test('B17 the same posts give the same bytes, whatever the name of the folder', async () => {
    const [one, two] = await Promise.all([buildTestSite({ posts }), buildTestSite({ posts })])
    expect(await readFolder(two.out)).toEqual(await readFolder(one.out))
  })

  test('B13 bad files do not change the bytes of good posts', async () => {
    const { 'harbour/_posts/2020-03-11-broken.md': _, ...good } = posts
    const [with_, without] = await Promise.all([
      buildTestSite({ posts }),
      buildTestSite({ posts: good }),
    ])
    expect(with_.manifest.timeline).toEqual(without.manifest.timeline)
    expect(with_.manifest.facets).toEqual(without.manifest.facets)
    const pages = [...(await readFolder(without.out))].filter(([path]) => path.startsWith('posts/'))
    expect([...(await readFolder(with_.out))]).toEqual(expect.arrayContaining(pages))
  })

  test('B16 a page has no script of its own but those its policy names, and every parser reads its data blocks as data', async () => {
    const hostile = '</script><!-- <script>1</script>'
    const { out } = await buildTestSite({
      posts: {
        'harbour/_posts/2020-03-09-x.md': makePostText({
          title: hostile,
          body: `<p>${hostile}</p>`,
        }),
      },
    })
    const pages = [...(await readFolder(out))].filter(([path]) => path.endsWith('.html'))
    expect(pages.map(([path]) => path.split('/')[0])).toContain('posts')
    for (const [, bytes] of pages) {
      const { document } = new JSDOM(Buffer.from(bytes).toString()).window
      const found = [...document.scripts]
      // A title that tried to end the data block is still part of valid JSON.
      const data = found.filter(({ type }) => isDataBlock(type))
      const values: unknown[] = data.map(({ textContent }) => JSON.parse(textContent))
      expect(values.filter((value) => typeof value !== 'object')).toEqual([])
      const code = found.filter(({ type }) => !isDataBlock(type))
      const inline = code.filter(({ src }) => src === '').map(({ textContent }) => textContent)
      expect(earlyScripts).toEqual(expect.arrayContaining(inline))
      expect(code.filter(({ src, textContent }) => src !== '' && textContent !== '')).toEqual([])
    }
  })

  test('B7 B9 B10 every path is ASCII, short, and valid on every file system', async () => {
    const name = `${'長'.repeat(60)}? *:|"<>.. `
    const { out } = await buildTestSite({
      posts: {
        [`harbour/_posts/2020-01-01-${name}.md`]: makePostText({
          title: '../../CON',
          tags: ['aux.', 'a/b'],
        }),
        'harbour/_posts/2020-01-01-..%2f..%2fx.md': makePostText({ title: 'x', from: null }),
      },
    })
    const paths = [...(await readFolder(out)).keys()]
    expect(paths.filter((path) => path.startsWith('posts/'))).toHaveLength(2)
    const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
    for (const path of paths) {
      expect(path.length).toBeLessThanOrEqual(180)
      for (const part of path.split('/')) {
        expect(part).toMatch(/^[A-Za-z0-9._-]{1,64}$/)
        expect(part).not.toMatch(/[. ]$/)
        expect(part).not.toMatch(reserved)
      }
    }
  })

  test('B8 no two paths collide on a case-insensitive file system', async () => {
    const { out } = await buildTestSite({
      posts: {
        'harbour/_posts/2020-01-01-Tide.md': makePostText({ title: 'Tide', from: null }),
        'harbour/_posts/2020-01-01-tide.md': makePostText({ title: 'tide', from: null }),
      },
    })
    const paths = [...(await readFolder(out)).keys()]
    expect(paths.filter((path) => path.startsWith('posts/'))).toHaveLength(2)
    expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(
      paths.length,
    )
  })
})

describe('B17 verification detects', () => {
  test.each([
    ['a changed data file', /^data\/timeline/, (path: string) => appendFile(path, ' ')],
    ['a truncated data file', /^data\/bodies/, (path: string) => writeFile(path, '{')],
    [
      'a page without its policy',
      /^posts\//,
      (path: string) => writeFile(path, '<html><head></head>'),
    ],
    ['a manifest of another shape', /^manifest/, (path: string) => writeFile(path, '{}')],
  ])('B17 %s', async (_, pattern, damage) => {
    const { out } = await buildTestSite({ posts })
    const path = [...(await readFolder(out)).keys()].find((name) => pattern.test(name)) ?? ''
    await damage(join(out, path))
    expect((await verifySite(out)).faults.join('\n')).toContain(path)
  })
})

async function openPage(site: Parameters<typeof buildTestSite>[0]) {
  const { out } = await buildTestSite(site)
  const [path, html] = [...(await readFolder(out))].find(([name]) => name.startsWith('posts/')) ?? [
    '',
    '',
  ]
  const text = Buffer.from(html, 'latin1').toString()
  // With scripting enabled, as in a browser: the content of <noscript> is text then.
  const { window } = new JSDOM(text, { runScripts: 'dangerously' })
  return { path, text, document: window.document }
}

describe('prerendered pages', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)> &amp; \u2028'
  const hostilePost = {
    'harbour/_posts/2020-01-01-x.md': makePostText({
      title: hostile,
      author: `'${hostile.replaceAll("'", '')}'`,
      tags: ['javascript:alert(1)'],
      body: '<p>Text <b onclick="alert(1)">bold</b><script>alert(1)</script></p><img src="https://images.example/a.png" alt="a">',
    }),
  }

  test('S5 escape a hostile title, author and tag', async () => {
    const { document } = await openPage({ posts: hostilePost })
    expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>')
    expect(document.title).toContain('<script>alert(1)</script>')
    expect(
      [...document.scripts].every(
        ({ src, type, textContent }) =>
          isDataBlock(type) ||
          /^\/?assets\//.test(src) ||
          src.endsWith('/assets/main-AAAAAAAA.js') ||
          earlyScripts.includes(textContent),
      ),
    ).toBe(true)
    for (const element of document.querySelectorAll('*')) {
      const names = element.getAttributeNames()
      expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
      expect(element.getAttribute('href') ?? '').not.toMatch(/^\s*javascript:/i)
    }
  })

  test('load no picture before the reader decides, and all of them without JavaScript', async () => {
    const { text, document } = await openPage({ posts: hostilePost })
    expect(document.querySelectorAll('img')).toHaveLength(0)
    const without = new JSDOM(text).window.document
    expect(without.querySelectorAll('noscript img').length).toBeGreaterThan(0)
    expect(without.querySelectorAll('img')).toHaveLength(
      without.querySelectorAll('noscript img').length,
    )
    expect(text).not.toContain('rel="preload"')
  })

  test('name title, description, source and day in the head, at any base', async () => {
    const post = makePostText({
      title: 'Ferry',
      from: 'https://example.org//a/%E4%B8%AD',
      author: 'Ann',
    })
    const { document } = await openPage({
      posts: { 'harbour/_posts/2020-03-09-x.md': post },
      base: '/sub/folder/',
      title: 'Harbour',
    })
    const content = (selector: string) => document.querySelector(selector)?.getAttribute('content')
    expect(document.title).toBe('Ferry · Harbour')
    expect(content('meta[name=description]')).toBe('The ferry left at nine.')
    expect(content('meta[property="og:title"]')).toBe('Ferry')
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://example.org//a/%E4%B8%AD',
    )
    const inner = [...document.querySelectorAll('article a')].map(
      (link) => link.getAttribute('href') ?? '',
    )
    const own = inner.filter((href) => !href.startsWith('http'))
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter((href) => !href.startsWith('/sub/folder/') && !href.startsWith('#'))).toEqual(
      [],
    )
  })

  test.each([
    ['all', 3],
    ['none', 0],
    [{ latest: 1 }, 1],
    [{ latest: 99 }, 3],
  ] as const)('pages %j are %i', async (pages, count) => {
    const { out } = await buildTestSite({ posts, pages })
    const paths = [...(await readFolder(out)).keys()]
    expect(paths.filter((path) => path.startsWith('posts/'))).toHaveLength(count)
  })
})
