import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { makeCachedPost, makePostId } from '#builder/testing/make-cached-post.ts'
import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'
import { openDisk } from '#builder/ground/disk/disk.ts'
import { FileGroups } from '#builder/site/write/file-groups.ts'
import { SiteWriter } from '#builder/site/write/site-writer.ts'
import { toRobotsFile } from './robots-file.ts'
import { writeSitemap } from './write-sitemap.ts'

const address = 'https://archive.example/sub/'

function makePost(day: string, more: Partial<OrderedPost> = {}): OrderedPost {
  const row = day === 'undated' ? {} : { publishedOn: day }
  return {
    cached: makeCachedPost({ row }),
    id: makePostId(`${day}-aaaaaaaa`),
    instant: 0,
    versions: undefined,
    supersededBy: undefined,
    recurring: 0,
    ...more,
  }
}

const posts = [
  makePost('undated'),
  makePost('2020-01-01', { supersededBy: makePostId('2020-01-02-aaaaaaaa') }),
  makePost('2020-01-02'),
  makePost('2020-01-03'),
]

/** Writes the sitemap of the posts above; returns its files. */
async function write({
  pages = 'all',
  ...tools
}: Partial<Pick<BuildOptions, 'pages'>> & { otherPaths?: string[]; pagesPerFile?: number } = {}) {
  const out = join(await makeFolder(), 'site')
  const writer = new SiteWriter(openDisk(out), { generations: [] }, { sweeps: false })
  await writer.begin()
  const options = { folders: [], out, timeZone: 'UTC', pages }
  const groups = new FileGroups(writer, new Map())
  await writeSitemap({ address, posts, options }, { writer, groups, ...tools })
  await writer.settle()
  const files = await readFolder(out)
  files.delete('.broadsheet.json')
  return files
}

const page = (id: string) => `${address}posts/${id}-aaaaaaaa/`

describe('sitemap.xml', () => {
  test('lists the site, other pages and the pages of posts, without older versions', async () => {
    const files = await write({ otherPaths: ['browse/tag/a&b/'] })
    const text = files.get('sitemap.xml') ?? ''
    expect(findXmlFault(text)).toBeUndefined()
    expect(listXmlValues(text, 'loc')).toEqual([
      address,
      `${address}browse/tag/a&b/`,
      page('undated'),
      page('2020-01-02'),
      page('2020-01-03'),
    ])
  })

  test('has times of change only where they are known', async () => {
    const text = (await write()).get('sitemap.xml') ?? ''
    expect(listXmlValues(text, 'lastmod')).toEqual(['2020-01-02', '2020-01-03'])
  })

  test.each([
    ['none' as const, [address]],
    [{ latest: 1 }, [address, page('2020-01-03')]],
  ])('lists only posts that have a page: %j', async (pages, expected) => {
    expect(listXmlValues((await write({ pages })).get('sitemap.xml') ?? '', 'loc')).toEqual(
      expected,
    )
  })

  test('is an index of several files where one would be too long, with posts in the last ones', async () => {
    const files = await write({ otherPaths: ['browse/'], pagesPerFile: 2 })
    const locs = (path: string) => listXmlValues(files.get(path) ?? '', 'loc')
    expect([...files.keys()]).toEqual([
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
      'sitemap.xml',
    ])
    expect(locs('sitemap.xml')).toEqual([1, 2, 3].map((at) => `${address}sitemap-${at}.xml`))
    expect(locs('sitemap-1.xml')).toEqual([address, `${address}browse/`])
    expect(locs('sitemap-3.xml')).toEqual([page('2020-01-03')])
  })
})

test('robots.txt allows everything, and names the sitemap where its address is known', () => {
  expect(toRobotsFile(undefined)).toBe('User-agent: *\nAllow: /\n')
  expect(toRobotsFile(address)).toContain(`\nSitemap: ${address}sitemap.xml\n`)
})
