import { describe, expect, test } from 'vitest'
import { cachePatterns, cacheRules, toCacheRule } from './cache-rule.ts'
import { crossOriginHeader, crossOriginPatterns } from './cross-origin.ts'
import { toHeadersFile } from './headers-file.ts'
import { toSizeLines } from './host-limits.ts'

const small = { files: 300, bytes: 5e6, pages: 100, largest: { path: 'data/x.bin', bytes: 70_000 } }

describe('toSizeLines', () => {
  test('reports the size of a site that fits every host', () => {
    expect(toSizeLines(small)).toEqual(['300 files, 5.0 MB; the largest: 70 kB'])
  })

  test.each([
    [
      'suggests the number of pages that fits Cloudflare',
      25_311,
      18_000,
      '`--pages latest:12500` fits',
    ],
    ['suggests no pages where only a few would fit', 20_310, 600, '`--pages none` fits'],
    [
      'suggests another host for a site that never fits',
      60_000,
      6_000,
      '`--pages none` leaves 54000',
    ],
  ])('%s', (_name, files, pages, expected) => {
    const [, warning] = toSizeLines({ ...small, files, pages })
    expect(warning).toMatch(`${files} files are more than the 20,000`)
    expect(warning).toMatch(expected)
    const fitting = Number(/latest:(\d+)/.exec(warning ?? '')?.[1] ?? -Infinity)
    expect(files - pages + fitting).toBeLessThanOrEqual(20_000)
  })

  test('accepts exactly as many files as Cloudflare does', () => {
    expect(toSizeLines({ ...small, files: 20_000 })).toHaveLength(1)
    expect(toSizeLines({ ...small, files: 20_001 })).toHaveLength(2)
  })

  test('reports a file and a site that are too large', () => {
    const largest = { path: 'data/images/a.png', bytes: 25 * 1024 * 1024 + 1 }
    const lines = toSizeLines({ ...small, bytes: 2e9, largest }).join('\n')
    expect(lines).toContain(
      'data/images/a.png is larger than the 25 MiB that Cloudflare Pages allows',
    )
    expect(lines).toContain('larger than the 1 GB that GitHub Pages allows')
  })
})

describe('cache rules', () => {
  test.each([
    ['data/timeline/abcdefghijklmnopqrstuvwxyz.json', 'immutable'],
    ['data/images/abcdefghijklmnopqrstuvwxyz.webp', 'immutable'],
    ['assets/index-Ab12_-cd.js', 'immutable'],
    ['assets/plain.js', 'mutable'],
    ['manifest.json', 'mutable'],
    ['index.html', 'mutable'],
    ['posts/2020-01-01-aaaaaaaa/index.html', 'mutable'],
    ['browse/tag/x/index.html', 'mutable'],
    ['feeds/all.xml', 'mutable'],
    ['sitemap.xml', 'mutable'],
    ['2020-01-01/data/index.html', 'mutable'],
  ] as const)('%s is %s', (path, kind) => {
    expect(toCacheRule(path)).toBe(cacheRules[kind])
  })

  test('are the same when written as patterns', () => {
    for (const pattern of cachePatterns.immutable) {
      expect(toCacheRule(pattern.replace('*', 'x-abcdefgh.js'))).toBe(cacheRules.immutable)
    }
    for (const pattern of cachePatterns.mutable) {
      expect(toCacheRule(pattern.replace('*', 'x-abcdefgh.js'))).toBe(cacheRules.mutable)
    }
  })

  test('appear in _headers below the base, each path once, within the rule limit of Cloudflare', () => {
    const lines = toHeadersFile({ base: '/sub/', origin: 'https://archive.example' }).split('\n')
    const paths = lines.filter((line) => line.startsWith('/'))
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.length).toBeLessThan(100)
    expect(paths).toContain('/sub/data/*')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2_000)
    expect(lines.join('\n')).toContain("frame-ancestors 'none'")
  })
})

describe('a site with mirrors', () => {
  const mirrors = ['https://b.example/', 'https://c.example/news/']
  const place = { base: '/sub/', origin: 'https://archive.example' }
  const header = `  ${crossOriginHeader.name}: ${crossOriginHeader.value}`

  test('lets its pages connect to them and to nothing else', () => {
    const lines = toHeadersFile({ ...place, mirrors })
    expect(lines).toContain("connect-src 'self' https://b.example/ https://c.example/news/;")
    expect(toHeadersFile(place)).toContain("connect-src 'self';")
  })

  test('lets pages of other hosts read its data, manifest, hashes and keys, and nothing else', () => {
    const rules = toHeadersFile({ ...place, mirrors }).split(/\n(?=\/)/)
    const open = rules.filter((rule) => rule.includes(header)).map((rule) => rule.split('\n')[0])
    expect(new Set(open)).toEqual(new Set(crossOriginPatterns.map((path) => `/sub/${path}`)))
  })

  test('one without mirrors lets nobody', () => {
    expect(toHeadersFile(place)).not.toContain(crossOriginHeader.name)
  })
})
