import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeArchiveFiles } from './archive-files.ts'
import type { ArchiveOptions } from './plan/archive-plan.ts'
import type { PostFile } from './post-file.ts'

const options: ArchiveOptions = { size: 3_000, seed: 1, profile: 'full' }

function digest(files: Iterable<PostFile>): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(`${path}\n${text}\n`)
  return hash.digest('hex')
}

function listPosts(wanted: ArchiveOptions): PostFile[] {
  return [...makeArchiveFiles(wanted)].filter(({ path }) => path.endsWith('.md'))
}

/** Size in bytes below which the given share of the files lies. */
function bytesAt(files: readonly PostFile[], share: number): number {
  const sizes = files.map(({ text }) => Buffer.byteLength(text)).toSorted((a, b) => a - b)
  return sizes[Math.floor(sizes.length * share)] ?? 0
}

function shareOf(files: readonly PostFile[], has: (file: PostFile) => boolean): number {
  return files.filter(has).length / files.length
}

function countSurplus(values: readonly string[]): number {
  return values.length - new Set(values).size
}

let posts: PostFile[] = []
const of = (collection: string) => posts.filter(({ path }) => path.startsWith(`${collection}/`))
const fileName = ({ path }: PostFile) => path.replace(/^.*\//, '')

beforeAll(() => {
  posts = listPosts(options)
})

describe('an archive', () => {
  test('is the same, byte for byte, for the same seed and size', () => {
    const wanted = { ...options, size: 500 }
    expect(digest(makeArchiveFiles(wanted))).toBe(digest(makeArchiveFiles(wanted)))
  })

  test('is the same on every machine: figures of different days can be compared', () => {
    expect(digest(makeArchiveFiles({ ...options, size: 200 }))).toMatchInlineSnapshot(
      `"d5dd427425f9d912ac2576b5e111db5fcd91780afac8d57c893b6932788031bf"`,
    )
  })

  test.each<[string, Partial<ArchiveOptions>]>([
    ['another seed', { seed: 2 }],
    ['another profile', { profile: 'light' }],
  ])('differs for %s', (_, change) => {
    expect(digest(makeArchiveFiles({ ...options, size: 100, ...change }))).not.toBe(
      digest(makeArchiveFiles({ ...options, size: 100 })),
    )
  })

  test.each([1, 2, 7, 500])('holds exactly %d posts when asked for as many', (size) => {
    expect(listPosts({ ...options, size })).toHaveLength(size)
  })

  test('never writes a path twice, whatever case or normal form the file system keeps', () => {
    const folded = posts.map(({ path }) => path.normalize('NFC').toLowerCase())
    expect(countSurplus(folded)).toBe(0)
  })

  test('has three collections in the shares of the measured ones', () => {
    expect(of('evening-talk').length / posts.length).toBeCloseTo(0.585, 2)
    expect(of('street-films').length / posts.length).toBeCloseTo(0.302, 2)
    expect(of('long-reads').length / posts.length).toBeCloseTo(0.113, 2)
  })
})

describe('sizes', () => {
  test.each([
    ['evening-talk', 0.5, 900, 1_700],
    ['evening-talk', 0.9, 5_000, 12_000],
    ['evening-talk', 0.99, 20_000, 60_000],
    ['street-films', 0.5, 600, 1_200],
    ['street-films', 0.99, 2_000, 6_000],
    ['long-reads', 0.5, 13_000, 27_000],
    ['long-reads', 0.9, 40_000, 80_000],
    ['long-reads', 0.99, 90_000, 350_000],
  ])('of %s at the share %d lie between %d and %d bytes', (collection, share, least, most) => {
    const bytes = bytesAt(of(collection), share)
    expect(bytes).toBeGreaterThan(least)
    expect(bytes).toBeLessThan(most)
  })

  test('of the light profile average 1 to 2 KB', () => {
    const light = listPosts({ ...options, size: 1_500, profile: 'light' })
    const bytes = light.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / light.length
    expect(bytes).toBeGreaterThan(1_000)
    expect(bytes).toBeLessThan(2_000)
  })
})

describe('the mix', () => {
  test.each<[string, string, (file: PostFile) => boolean, number, number]>([
    ['videos of all posts', '', ({ text }) => text.includes('youtube.com/watch?v='), 0.75, 0.9],
    [
      'empty bodies of the talk',
      'evening-talk',
      ({ text }) => text.includes('<div>\n\n</div>'),
      0.08,
      0.18,
    ],
    [
      'posts moved to archived/',
      'street-films',
      ({ path }) => path.includes('/archived/'),
      0.9,
      0.99,
    ],
    ['missing epoch comments', 'long-reads', ({ text }) => !text.includes('\n<!--'), 0.75, 0.95],
    ['epoch comments of NaN', 'long-reads', ({ text }) => text.includes('<!--NaN-->'), 0.005, 0.06],
    [
      'dates with the offset of UTC',
      'long-reads',
      ({ text }) => /^date: .*\+00:00$/m.test(text),
      0.5,
      0.75,
    ],
    [
      'dates of another offset',
      'long-reads',
      ({ text }) => /^date: .*\+0[12]:00$/m.test(text),
      0.12,
      0.3,
    ],
    ['dates that are days', 'long-reads', ({ text }) => /^date: .{10}$/m.test(text), 0.003, 0.04],
    [
      'pages with lazy pictures',
      'long-reads',
      ({ text }) => text.includes('data-lazy-src'),
      0.3,
      0.5,
    ],
    ['noscript twins', 'long-reads', ({ text }) => text.includes('<noscript>'), 0.3, 0.5],
    [
      'printed datelines',
      'long-reads',
      ({ text }) => /在 星期., \d\d\/\d\d\/\d{4} - /.test(text),
      0.04,
      0.13,
    ],
    ['English texts', '', ({ text }) => !/[\u4e00-\u9fff]{8}/.test(text), 0.005, 0.12],
  ])('has its share of %s', (_, collection, has, least, most) => {
    const share = shareOf(collection === '' ? posts : of(collection), has)
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  })

  test.each(['evening-talk', 'street-films'])(
    'repeats the tags as categories in %s',
    (collection) => {
      const twins = shareOf(of(collection), ({ text }) => {
        const tags = /^tags: (.*)$/m.exec(text)?.[1]
        return tags !== undefined && text.includes(`\ncategories: ${tags}\n`)
      })
      expect(twins).toBe(1)
    },
  )

  test('gives most long reads tags of their own', () => {
    const twins = shareOf(of('long-reads'), ({ text }) => {
      const tags = /^tags: (.*)$/m.exec(text)?.[1]
      return tags !== undefined && text.includes(`\ncategories: ${tags}\n`)
    })
    expect(twins).toBeGreaterThan(0.3)
    expect(twins).toBeLessThan(0.6)
  })

  test('has hundreds of authors, a few of them with many posts', () => {
    const counts = new Map<string, number>()
    for (const { text } of posts) {
      const author = /^author: (.*)$/m.exec(text)?.[1] ?? ''
      counts.set(author, (counts.get(author) ?? 0) + 1)
    }
    const sorted = [...counts.values()].toSorted((a, b) => b - a)
    expect(sorted.length).toBeGreaterThan(100)
    expect(sorted.slice(0, 10).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(
      posts.length * 0.3,
    )
  })

  test('reaches from 2009 to 2025, unevenly', () => {
    const years = posts.map(({ text }) => Number(/^date: (\d{4})/m.exec(text)?.[1]))
    expect(Math.min(...years)).toBeGreaterThanOrEqual(2009)
    expect(Math.max(...years)).toBe(2025)
    expect(years.filter((year) => year < 2019).length / years.length).toBeLessThan(0.12)
  })
})

describe('repeats', () => {
  test('are copies: the same name and bytes in two folders', () => {
    const keys = of('evening-talk').map((file) => `${fileName(file)}\n${file.text}`)
    const share = countSurplus(keys) / keys.length
    expect(share).toBeGreaterThan(0.006)
    expect(share).toBeLessThan(0.022)
  })

  test('are editions: the same name with other bytes', () => {
    const files = of('evening-talk')
    const copies = countSurplus(files.map((file) => `${fileName(file)}\n${file.text}`))
    const share = (countSurplus(files.map(fileName)) - copies) / files.length
    expect(share).toBeGreaterThan(0.01)
    expect(share).toBeLessThan(0.035)
  })

  test('are reposts: the same source address under another name', () => {
    const files = new Map(of('evening-talk').map((file) => [fileName(file), file]))
    const urls = [...files.values()].map(({ text }) => /^from: (.*)$/m.exec(text)?.[1] ?? '')
    const share = countSurplus(urls) / urls.length
    expect(share).toBeGreaterThan(0.035)
    expect(share).toBeLessThan(0.075)
  })
})
