import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { feedListPath, feedPath } from '#core/address/feed-path.ts'
import { findCorpus, makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildFeedSite, feedPosts, hostile, site } from '#builder/testing/build-feed-site.ts'
import { findXmlFault } from '#builder/ground/text/check-xml.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

const built = new Map<string, ReturnType<typeof buildFeedSite>>()

/** The site of `feedPosts`, built once for all tests that only read it. */
function buildOnce(feeds: 'excerpt' | 'full' = 'excerpt'): ReturnType<typeof buildFeedSite> {
  const site = built.get(feeds) ?? buildFeedSite({ posts: feedPosts, feeds, pages: 'all' })
  built.set(feeds, site)
  return site
}

describe('feeds of an archive', () => {
  test('independent parsers read the same posts from all formats, newest first, with both addresses', async () => {
    const { readFeeds } = await buildOnce()
    const { atom, rss, json } = readFeeds()
    const titles = atom.entries?.map(({ title }) => title?.value)
    expect(titles?.slice(0, 2)).toEqual(['只有日期', `</title>]]><script>alert(1)</script> & "x"`])
    expect(rss.items?.map(({ title }) => title)).toEqual(titles)
    expect(json.items?.map(({ title }) => title)).toEqual(titles)
    const ids = atom.entries?.map(({ id }) => id)
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids)
    expect(json.items?.map(({ id }) => id)).toEqual(ids)
    const [, entry] = atom.entries ?? []
    const [, item] = rss.items ?? []
    const [, object] = json.items ?? []
    const page = entry?.links?.find(({ rel }) => rel === 'alternate')?.href
    expect(page).toMatch(/^https:\/\/archive\.example\/sub\/posts\/2020-03-10-[a-z2-7]{8}\/$/)
    expect([item?.link, object?.url]).toEqual([page, page])
    const via = entry?.links?.find(({ rel }) => rel === 'via')?.href
    expect(via).toBe('https://example.org/?a=1&b=%22')
    expect([item?.dc?.sources?.[0], object?.external_url]).toEqual([via, via])
    expect([
      entry?.authors?.[0]?.name,
      item?.dc?.creators?.[0],
      object?.authors?.[0]?.name,
    ]).toEqual(Array(3).fill('<b>Eve</b>'))
    expect(entry?.categories?.map(({ term }) => term)).toEqual(['sea', hostile.tag])
  })

  test('S26 with quiet addresses feeds lead to their lists behind #', async () => {
    const { readFeeds } = await buildFeedSite({ posts: feedPosts, quietAddresses: true })
    const { json } = readFeeds({ facet: 'tag', value: 'sea' })
    expect(json.home_page_url).toBe('https://archive.example/sub/#?tag=sea')
  })

  test('times are those of the posts: a day stays a day, and an unknown time appears only where Atom demands one', async () => {
    const { readFeeds, read } = await buildOnce()
    const { atom, rss, json } = readFeeds({ facet: 'tag', value: 'sea' })
    const times = atom.entries?.map(({ published, updated }) => [published, updated])
    expect(times).toEqual([
      [undefined, '2020-03-11T00:00:00Z'],
      ['2020-03-10T08:00:00Z', '2020-03-10T08:00:00Z'],
      ['2020-03-09T10:15:00Z', '2020-03-09T10:15:00Z'],
      [undefined, '0001-01-01T00:00:00Z'],
    ])
    expect(rss.items?.map(({ pubDate, dc }) => pubDate ?? dc?.dates?.[0])).toEqual([
      '2020-03-11',
      'Tue, 10 Mar 2020 08:00:00 +0000',
      'Mon, 09 Mar 2020 10:15:00 +0000',
      undefined,
    ])
    expect(json.items?.map(({ date_published: date }) => date)).toEqual([
      undefined,
      '2020-03-10T08:00:00Z',
      '2020-03-09T10:15:00Z',
      undefined,
    ])
    expect(atom.updated).toBe('2020-03-11T00:00:00Z')
    expect(rss.lastBuildDate).toBe('Tue, 10 Mar 2020 08:00:00 +0000')
    expect(read(feedPath('json'))).toContain('"_broadsheet":{"published_on":"2020-03-11",')
  })

  test('feeds have what their formats require, and nothing that XML forbids', async () => {
    const { feeds, read } = await buildOnce('full')
    for (const path of feeds.filter((name) => name.endsWith('.xml') || name === feedListPath)) {
      expect(findXmlFault(read(path))).toBeUndefined()
    }
    for (const path of feeds.filter((name) => name.endsWith('atom.xml'))) {
      const text = read(path)
      const [head = '', ...entries] = text.split('<entry')
      for (const name of ['id', 'title', 'updated', 'author', 'link'])
        expect(head).toContain(`<${name}`)
      for (const entry of entries) {
        for (const name of ['id', 'title', 'updated']) {
          expect(entry.split(`<${name}>`)).toHaveLength(2)
        }
        expect(entry).toContain('rel="alternate"')
      }
      expect(text).toMatch(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ</)
    }
    for (const path of feeds.filter((name) => name.endsWith('.json'))) {
      const { version, items } = JSON.parse(read(path))
      expect(version).toBe('https://jsonfeed.org/version/1.1')
      for (const { id, content_html: html } of items) {
        expect([typeof id, typeof html]).toEqual(['string', 'string'])
      }
    }
  })

  test('each of several authors is an author, with a feed of its own', async () => {
    const { readFeeds } = await buildFeedSite({
      posts: {
        'harbour/_posts/2020-03-09-fog.md': makePostText({ author: 'Ada Vale and Ben Rook' }),
        'harbour/_posts/2020-03-10-salt.md': makePostText({ author: 'Cy Marsh' }),
      },
    })
    const { atom, rss, json } = readFeeds({ facet: 'author', value: 'Ben Rook' })
    const authors = ['Ada Vale', 'Ben Rook']
    expect(atom.entries?.[0]?.authors?.map(({ name }) => name)).toEqual(authors)
    expect(rss.items?.[0]?.dc?.creators).toEqual(authors)
    expect(json.items?.[0]?.authors?.map(({ name }) => name)).toEqual(authors)
  })

  test('S5 hostile titles, tags and authors stay text', async () => {
    const { files, feeds } = await buildOnce('full')
    for (const path of feeds.filter((name) => !name.endsWith('.json'))) {
      expect(files.get(path)).not.toMatch(/<script|<b>|]]>/)
    }
  })

  test('entries end with both times and the original, labelled in the language of the post', async () => {
    const { readFeeds } = await buildOnce()
    const [chinese, , english] = readFeeds({ facet: 'tag', value: 'sea' }).atom.entries ?? []
    expect(english?.summary?.value).toContain('Published: 2020-03-09 10:15:00 UTC')
    expect(english?.summary?.value).toContain('href="https://example.org/news/ferry"')
    expect(chinese?.summary?.value).toContain('<p lang="zh-Hans">')
  })
})

describe('the feeds of a site', () => {
  test('are one for the archive and one for each value, in three formats; twin facets share theirs', async () => {
    const { feeds, manifest } = await buildOnce()
    expect(manifest.feeds).toEqual({ facets: ['tag', 'author', 'source'] })
    // The archive, three tags, two authors, one source; and their list.
    expect(feeds).toHaveLength(3 * 7 + 1)
  })

  test('are all in the OPML list', async () => {
    const { feeds, read } = await buildOnce()
    const outlines = parseOpml(read(feedListPath)).body?.outlines ?? []
    const listed = outlines.flatMap((outline) => outline.outlines ?? [outline])
    const paths = listed.map(({ xmlUrl }) => xmlUrl?.slice(site.length))
    expect(new Set(paths)).toEqual(new Set(feeds.filter((path) => path.endsWith('atom.xml'))))
    expect(paths).toHaveLength(7)
    expect(listed[0]?.htmlUrl).toBe(site)
  })

  test('hold only newest versions, at most fifty', async () => {
    const many = Array.from({ length: 60 }, (_, at) => [
      `harbour/_posts/2021-01-01-post-${at}.md`,
      makePostText({
        title: `Post ${Math.min(at, 57)}`,
        date: `2021-01-01T10:${String(at).padStart(2, '0')}:00Z`,
        // The last three are one post in three versions.
        from: `https://example.org/${Math.min(at, 57)}`,
        body: `<p>${`Words of post ${at} alone `.repeat(20)}</p>`,
      }),
    ])
    const { readFeeds } = await buildFeedSite({ posts: Object.fromEntries(many) })
    const titles = readFeeds().atom.entries?.map(({ title }) => title?.value)
    expect(titles?.slice(0, 2)).toEqual(['Post 57', 'Post 56'])
    expect(titles).toHaveLength(50)
  })

  test.each([
    ['the address of the site is unknown', { origin: undefined }],
    ['the options say none', { feeds: 'none' as const }],
  ])('do not exist when %s', async (_, options) => {
    const { feeds, manifest, read } = await buildFeedSite({ posts: feedPosts, ...options })
    expect(feeds).toEqual([])
    expect(manifest.feeds).toBeUndefined()
    expect(read('index.html')).not.toContain('rel="alternate"')
  })

  test('are named by every page, for the archive', async () => {
    const { files } = await buildOnce()
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(4)
    for (const [, html] of pages) {
      expect(
        html.match(/<link rel="alternate" type="application\/(?:atom\+xml|rss\+xml|feed\+json)"/g),
      ).toHaveLength(3)
      expect(html).toContain('href="/sub/feeds/atom.xml"')
    }
  })
})

test('independent parsers read every feed of the examples', async () => {
  const { feeds, read, out } = await buildFeedSite({
    folders: ['examples/harbour-news', 'examples/tea-notes'],
  })
  expect(countRead(feeds, read)).toBeGreaterThan(100)
  expect((await verifySite(out)).faults).toEqual([])
})

test.skipIf(findCorpus() === undefined)(
  'independent parsers read every feed of three hundred real posts',
  async () => {
    const home = await makeFolder()
    for (const collection of ['society', 'teahouse', 'oped2']) {
      const from = join(findCorpus() ?? '', collection, '_posts')
      await mkdir(join(home, collection, '_posts'), { recursive: true })
      for (const name of (await readdir(from)).toSorted().slice(0, 100)) {
        await copyFile(join(from, name), join(home, collection, '_posts', name))
      }
    }
    const { feeds, read } = await buildFeedSite({ folders: [home], feeds: 'full' })
    expect(countRead(feeds, read)).toBeGreaterThan(1_000)
  },
)

/** Parses feeds; returns the number of their entries. */
function countRead(feeds: readonly string[], read: (path: string) => string): number {
  const xml = feeds.filter((path) => !path.endsWith('.json'))
  expect(xml.flatMap((path) => findXmlFault(read(path)) ?? [])).toEqual([])
  return feeds.reduce((sum, path) => sum + countEntries(path, read(path)), 0)
}

function countEntries(path: string, text: string): number {
  if (path.endsWith('atom.xml')) return parseAtomFeed(text).entries?.length ?? 0
  if (path.endsWith('rss.xml')) return parseRssFeed(text).items?.length ?? 0
  return path.endsWith('.json') ? (parseJsonFeed(text).items?.length ?? 0) : 0
}
