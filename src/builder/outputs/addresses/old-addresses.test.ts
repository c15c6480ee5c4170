import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findOldPost } from '#core/address/find-old-post.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { readOldAddresses } from '#builder/testing/read-old-addresses.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { openDisk, type Disk } from '#builder/ground/disk/disk.ts'
import { markerPath } from '#builder/site/write/generations.ts'
import type { PathSource } from '#builder/read/address/path-rules.ts'
import { toOldAddress } from './old-address.ts'
import { toOldSites } from './old-sites.ts'
import { toRedirectPath } from '#builder/site/write/redirect-path.ts'

const dated = '/:year-:month-:day/:title/'

function makePost(post: Partial<PathSource> & { fileName: string }): PathSource {
  const row = { publishedOn: undefined, tags: [], categories: undefined }
  return { addressFields: undefined, publishedMs: Date.parse('2020-08-30T21:56:11Z'), row, ...post }
}

describe('the old address of a post', () => {
  // The right column is what Jekyll 4.3.1 wrote for these names.
  test.each([
    ['2020-08-30-Tide & time: a "report" (2)?.md', '2020-08-30/Tide-&-time-a-report-(2)/'],
    ['2020-08-30-潮汐：高１２尺！.md', '2020-08-30/潮汐-高１２尺/'],
    ['2020-08-30-⛴️ ferry 👩‍✈️ 100% #1.md', '2020-08-30/\uFE0F-ferry-\uFE0F-100-1/'],
    ['2020-08-30-…！.md', '2020-08-30/'],
    ['2020-08-30-up..and down....md', '2020-08-30/up/and-down/'],
    ['2020-08-30-stop.！.md', '2020-08-30/stop'],
    ['2020-08-30-...three.md', '2020-08-30/.three/'],
    ['2020-08-30-a.html.md', '2020-08-30/a.html/'],
    ['2020-08-30- -- lead--trail- .md', '2020-08-30/lead-trail/'],
    ['2020-8-3-short.md', '2020-08-30/short/'],
    ['no date.md', undefined],
  ])('%s is %s', (fileName, expected) => {
    const site = { pattern: dated, timeZone: 'UTC', folder: '' }
    expect(toOldAddress(makePost({ fileName }), site)).toBe(expected)
  })

  test.each([
    ['the zone of the site', {}, '2020-08-31/x/'],
    ['a clock that Jekyll took for UTC', { isUtcClock: true as const }, '2020-08-31/x/'],
    ['a slug of its own', { slug: 'Other: x' }, '2020-08-31/Other-x/'],
    ['an empty slug', { slug: '' }, '2020-08-31/'],
    ['a permalink of its own', { permalink: '/own/:year/%20:title.html' }, 'own/2020/ x.html'],
    ['an unknown placeholder', { permalink: '/:moon/:title' }, undefined],
  ])('follows %s', (_name, addressFields, expected) => {
    const site = { pattern: dated, timeZone: 'Asia/Taipei', folder: '' }
    expect(toOldAddress(makePost({ fileName: '2020-08-30-x.md', addressFields }), site)).toBe(
      expected,
    )
  })

  test.each([
    ['/', '/society', 'society/'],
    ['/society/', '/society', ''],
    ['/', undefined, ''],
    ['/archive/', '/society', ''],
    ['/a/', '/a/b', 'b/'],
  ])('below %s, for an old site at %s, is in the folder "%s"', (base, baseurl, folder) => {
    const config = { permalink: 'date', ...(baseurl === undefined ? {} : { baseurl }) }
    const sites = toOldSites([{ name: 'x', root: '/posts/x', files: 1, config }], base)
    expect(sites.get('x')?.folder).toBe(folder)
  })
})

describe('the redirect page', () => {
  test.each([
    ['2020-08-30/潮汐/', '2020-08-30/潮汐/index.html'],
    ['2020/08/30/x.html', '2020/08/30/x.html'],
    ['x', 'x.html'],
    ['own/a b/', 'own/a b/index.html'],
  ])('of %s is %s', (address, path) => {
    expect(toRedirectPath(address)).toEqual({ path })
  })

  test.each([
    ['B7 the root', ''],
    ['B7 a page of the site', '404'],
    ['B8 a folder of the site in another case', 'Posts/x/'],
    ['B7 the reader’s own pages', 'about/'],
    ['B7 parent folders', '../x/'],
    ['B7 hidden files', 'a/.x/'],
    ['B7 control characters', 'a/\u0007/'],
    ['B7 characters that reverse the direction of text', 'a/\u202Ex/'],
    ['B7 backslashes', 'a\\b/'],
    ['B9 names of more than 255 bytes', `${'潮'.repeat(86)}/`],
    ['B9 very long paths', 'abcdefgh/'.repeat(120)],
    ['B10 reserved names of Windows', 'x/con/'],
    ['B10 trailing dots', 'x./'],
    ['B10 characters that Windows forbids', 'a:b/'],
  ])('%s: there is none', (_name, address) => {
    expect(toRedirectPath(address)).toHaveProperty('fault')
  })
})

const posts = {
  'harbour/_config.yml': `title: Harbour\npermalink: ${dated}\nbaseurl: /harbour\n`,
  'harbour/_posts/2020-01-01-Tide & time.md': makePostText({
    title: '<b>"Tide"</b> & time',
    from: null,
  }),
  'harbour/_posts/2020-01-02-a!b.md': makePostText({ title: 'older', from: null }),
  'harbour/_posts/2020-01-02-a!b？.md': makePostText({
    title: 'newer',
    date: '2020-03-09T23:15:00.000Z',
    from: null,
  }),
  'harbour/_posts/2020-01-03-own.md': makePostText({
    title: 'own',
    from: null,
    more: ['permalink: /about/'],
  }),
}

describe('redirect pages', () => {
  test('lead to posts without JavaScript, and the report names old addresses without one', async () => {
    const { out, manifest, report } = await buildTestSite({ posts, redirectPages: true })
    const { rows } = await readOldAddresses(out, manifest)
    const idOf = (name: string) => rows.find(({ title }) => title?.includes(name))?.id
    const html = await readFile(join(out, '2020-03-09/Tide-&-time/index.html'), 'utf8')
    const target = `/harbour/posts/${idOf('Tide')}/`
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`)
    expect(html).toContain(`<link rel="canonical" href="${target}">`)
    expect(html).toContain(`<a href="${target}">&quot;Tide&quot; &amp; time</a>`)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(await readFile(join(out, '2020-03-09/a!b/index.html'), 'utf8')).toContain(
      `/posts/${idOf('newer')}/`,
    )
    const named = report.problems.filter(({ field }) => field === 'permalink')
    expect(named.map(({ file, reason }) => [file, reason])).toEqual([
      [
        'harbour/_posts/2020-01-02-a!b.md',
        'Its old address gets no page of its own: it is also the address of harbour/_posts/2020-01-02-a!b？.md, which is newer.',
      ],
      [
        'harbour/_posts/2020-01-03-own.md',
        'Its old address gets no page of its own: the site has another file there.',
      ],
    ])
    expect(manifest.counts.problems).toBe(report.problems.length)
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('are the same on top of an older build as in a fresh one, and a build without them removes them', async () => {
    const folders = [join(await makeFolder(posts), 'harbour')]
    const plain = await buildTestSite({ folders })
    const { out } = plain
    const before = [...(await readFolder(out)).keys()]
    await buildTestSite({ folders, out, redirectPages: true })
    const fresh = await buildTestSite({ folders, redirectPages: true })
    const files = await readFolder(out)
    const expected = await readFolder(fresh.out)
    expected.delete(markerPath)
    for (const [path, text] of expected) expect(files.get(path)).toBe(text)
    await buildTestSite({ folders, out })
    const after = [...(await readFolder(out)).keys()].filter((path) => path.endsWith('.html'))
    expect(after).toEqual(before.filter((path) => path.endsWith('.html')))
  })
})

test('B17 redirect pages of a failed build are removed by the next one', async () => {
  const folders = [join(await makeFolder(posts), 'harbour')]
  const { out } = await buildTestSite({ folders })
  const disk = openDisk(out)
  const write: Disk['write'] = (path, bytes) =>
    path === 'manifest.json'
      ? Promise.reject(Object.assign(new Error('disk full'), { syscall: 'write' }))
      : disk.write(path, bytes)
  const failing = buildTestSite({
    folders,
    out,
    redirectPages: true,
    tools: { disk: { ...disk, write } },
  })
  await expect(failing).rejects.toThrow('Cannot write')
  const page = '2020-03-09/Tide-&-time/index.html'
  expect([...(await readFolder(out)).keys()]).toContain(page)
  await buildTestSite({ folders, out })
  expect([...(await readFolder(out)).keys()]).not.toContain(page)
  expect((await verifySite(out)).faults).toEqual([])
})

test('an old address without a day is looked up in the tables', async () => {
  const config = { 'harbour/_config.yml': 'permalink: none\n' }
  const { out, manifest } = await buildTestSite({ posts: { ...posts, ...config } })
  const source = await readOldAddresses(out, manifest)
  const found = await findOldPost(source, '/harbour%20gazette/Tide-&-time.html')
  expect(source.rows.find(({ id }) => id === found)?.title).toContain('Tide')
  expect(await findOldPost(source, '/about/')).toBeDefined()
  expect(await findOldPost(source, '/nothing.html')).toBeUndefined()
  expect((await verifySite(out)).faults).toEqual([])
})

function toText(title: string, more: string[] = []): string {
  return ['---', `title: ${title}`, 'date: 2020-03-09T10:00:00Z', ...more, '---', 'Text.', ''].join(
    '\n',
  )
}

describe('the addresses of a site lead to its posts', () => {
  const hugo: Record<string, string> = {
    'harbour/hugo.toml':
      'baseURL = "https://quay.example/log/"\n[permalinks]\nnews = "/:year/:slug/"\n',
    'harbour/content/news/Sea Wall.md': toText('Wall', ['slug: sea-Wall']),
    'harbour/content/talks/a.md': toText('Talk', [
      'url: /Talks/of/2020/',
      'aliases: [ /old/Talk/, b, "https://quay.example/log/c.html" ]',
    ]),
    'harbour/content/talks/x/index.md': toText('Bundle'),
  }
  const hexo: Record<string, string> = {
    'harbour/_config.yml':
      'url: https://quay.example\nsource_dir: source\npermalink: :year/:i_month/:title.html\nnew_post_name: :year-:month-:day-:title.md\n',
    'harbour/source/_posts/2020-03-09-潮汐.md': toText('Tide'),
    'harbour/source/_posts/2020-03-09-other.md': toText('Other', [
      'permalink: Own/place',
      'alias: /x/',
    ]),
  }
  const jekyll: Record<string, string> = {
    'harbour/_config.yml': 'collections:\n  posts:\n    permalink: /n/:categories/:title/\n',
    'harbour/sea/_posts/2020-03-09-A.md': toText('A', ['redirect_from: /old/a']),
    'harbour/_posts/2020-03-09-b.md': toText('B', ['redirect_from:\n- /old/b.html\n- /old-b/']),
  }
  const claimed: Record<string, string> = {
    'harbour/_config.yml': 'permalink: pretty\n',
    'harbour/_posts/2020-03-09-ebb.md': toText('Ebb'),
    'harbour/_posts/2020-03-09-flood.md': toText('Flood', ['redirect_from: /2020/03/09/ebb/']),
  }
  test.each<readonly [string, string, Record<string, string>]>([
    ...['/log/2020/sea-wall', '/2020/sea-wall/', '/2020/sea-wall', '/2020/Sea-Wall/index.html'].map(
      (path) => ['Wall', path, hugo] as const,
    ),
    ...[
      '/Talks/of/2020/',
      '/talks/of/2020',
      '/old/Talk',
      '/old/Talk/index.html',
      '/Talks/of/b',
      '/b',
      '/c',
      '/c.html',
    ].map((path) => ['Talk', path, hugo] as const),
    ['Bundle', '/talks/x/', hugo],
    ...['/2020/3/%E6%BD%AE%E6%B1%90.html', '/2020/3/潮汐', '/2020/3/潮汐/'].map(
      (path) => ['Tide', path, hexo] as const,
    ),
    ...['/Own/place/', '/own/place', '/x', '/x/index.html'].map(
      (path) => ['Other', path, hexo] as const,
    ),
    ...['/n/sea/A/', '/n/sea/a', '/old/a', '/old/a/', '/old/a.html'].map(
      (path) => ['A', path, jekyll] as const,
    ),
    ...['/n/b/', '/old/b.html', '/old/b', '/old-b'].map((path) => ['B', path, jekyll] as const),
    // Another post claims its address.
    ...['/2020/03/09/ebb/', '/2020/03/09/ebb', '/2020/03/09/Ebb/'].map(
      (path) => ['Ebb', path, claimed] as const,
    ),
  ])('%s: %s', async (title, path, files) => {
    const { out, manifest } = await buildTestSite({ posts: files, base: '/', search: false })
    const source = await readOldAddresses(out, manifest)
    const id = await findOldPost(source, path)
    expect(source.rows.find((row) => row.id === id)?.title).toBe(title)
  })

  test('by redirect pages too, of which none takes the place of another', async () => {
    const more = {
      'harbour/_posts/2020-03-10-c.md': toText('C', ['redirect_from: [ /n/b/, /only/c/ ]']),
    }
    const { out, report } = await buildTestSite({
      posts: { ...jekyll, ...more },
      base: '/',
      redirectPages: true,
    })
    const pages = [...(await readFolder(out))].flatMap(([path, html]) => {
      const [, day] = /http-equiv="refresh" content="0; url=\/posts\/([\d-]{10})/.exec(html) ?? []
      const [, title] = /<title>(.*)<\/title>/.exec(html) ?? []
      return day === undefined ? [] : [[path, title]]
    })
    expect(Object.fromEntries(pages)).toEqual({
      'n/b/index.html': 'B',
      'n/c/index.html': 'C',
      'n/sea/A/index.html': 'A',
      'old-b/index.html': 'B',
      'old/a.html': 'A',
      'old/b.html': 'B',
      'only/c/index.html': 'C',
    })
    expect(report.problems.map(({ field, reason }) => [field, reason])).toContainEqual([
      'aliases',
      'A further address gets no page of its own: it is also the address of harbour/_posts/2020-03-09-b.md, which has it itself.',
    ])
    expect((await verifySite(out)).faults).toEqual([])
  })
})
