import { expect, test } from 'vitest'
import { digestFiles, makeArchiveFiles } from './archive-files.ts'
import type { ArchiveOptions } from './plan/archive-plan.ts'
import type { PostFile } from './post-file.ts'

const options: ArchiveOptions = { size: 3_000, seed: 1, profile: 'full' }
const posts = listPosts(options)
const talk = postsOf('evening-talk')
const films = postsOf('street-films')
const reads = postsOf('long-reads')

function listPosts(wanted: ArchiveOptions): PostFile[] {
  return [...makeArchiveFiles(wanted)].filter(({ path }) => path.endsWith('.md'))
}

function postsOf(collection: string): PostFile[] {
  return posts.filter(({ path }) => path.startsWith(`${collection}/`))
}

function shareOf<T>(values: readonly T[], has: (value: T) => boolean): number {
  return values.filter(has).length / values.length
}

/** Share of the values that stand there a second time. */
function repeatsOf(values: readonly string[]): number {
  return 1 - new Set(values).size / values.length
}

function lineOf({ text }: PostFile, field: string): string | undefined {
  return new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1]
}

const nameOf = ({ path }: PostFile) => path.replace(/^.*\//, '')
const bytesOf = ({ text }: PostFile) => Buffer.byteLength(text)

test('an archive is the same on every machine: figures of different days can be compared', () => {
  expect(digestFiles({ ...options, size: 200 })).toBe(
    'd5dd427425f9d912ac2576b5e111db5fcd91780afac8d57c893b6932788031bf',
  )
})

test.each<[string, Partial<ArchiveOptions>]>([
  ['another seed', { seed: 2 }],
  ['another profile', { profile: 'light' }],
])('an archive differs for %s', (_, change) => {
  const wanted = { ...options, size: 100 }
  expect(digestFiles({ ...wanted, ...change })).not.toBe(digestFiles(wanted))
})

test.each([1, 2, 7, 500])('an archive holds exactly %d posts when asked for as many', (size) => {
  expect(listPosts({ ...options, size })).toHaveLength(size)
})

test('no path is written twice, whatever case or normal form the file system keeps', () => {
  expect(repeatsOf(posts.map(({ path }) => path.normalize('NFC').toLowerCase()))).toBe(0)
})

test.each([
  ['evening-talk', talk, 0.585],
  ['street-films', films, 0.302],
  ['long-reads', reads, 0.113],
])('%s has its measured share of the posts', (_, files, share) => {
  expect(files.length / posts.length).toBeCloseTo(share, 2)
})

test.each([
  ['evening-talk', 0.5, 900, 1_700, talk],
  ['evening-talk', 0.9, 5_000, 12_000, talk],
  ['evening-talk', 0.99, 20_000, 60_000, talk],
  ['street-films', 0.5, 600, 1_200, films],
  ['street-films', 0.99, 2_000, 6_000, films],
  ['long-reads', 0.5, 13_000, 27_000, reads],
  ['long-reads', 0.9, 40_000, 80_000, reads],
  ['long-reads', 0.99, 90_000, 350_000, reads],
])('posts of %s at the share %d have between %d and %d bytes', (_, share, least, most, files) => {
  const sizes = files.map(bytesOf).toSorted((a, b) => a - b)
  const bytes = sizes[Math.floor(sizes.length * share)] ?? 0
  expect(bytes).toBeGreaterThan(least)
  expect(bytes).toBeLessThan(most)
})

test('posts of the light profile have 1 to 2 KB on average', () => {
  const light = listPosts({ ...options, size: 1_500, profile: 'light' }).map(bytesOf)
  const mean = light.reduce((sum, bytes) => sum + bytes, 0) / light.length
  expect(mean).toBeGreaterThan(1_000)
  expect(mean).toBeLessThan(2_000)
})

test.each([
  ['videos', 0.75, 0.9, posts, /youtube\.com\/watch\?v=/],
  ['English texts', 0.005, 0.12, posts, /^(?![^]*[\u4e00-\u9fff]{8})/],
  ['years before 2019', 0.0001, 0.12, posts, /^date: 20(?:09|1[0-8])/m],
  ['years from 2009 to 2025', 0.9999, 1.0001, posts, /^date: 20(?:09|1\d|2[0-5])-/m],
  ['posts of 2025', 0.0001, 0.12, posts, /^date: 2025/m],
  ['empty bodies', 0.08, 0.18, talk, /<div>\n\n<\/div>/],
  ['categories as tags, talk', 0.9999, 1.0001, talk, /^tags: (.*)\n(?:.*\n)?categories: \1$/m],
  ['categories as tags, films', 0.9999, 1.0001, films, /^tags: (.*)\ncategories: \1$/m],
  ['categories as tags, reads', 0.3, 0.6, reads, /^tags: (.*)\ncategories: \1$/m],
  ['missing epoch comments', 0.75, 0.95, reads, /^(?![^]*\n<!--)/],
  ['epoch comments of NaN', 0.005, 0.06, reads, /<!--NaN-->/],
  ['dates with the offset of UTC', 0.5, 0.75, reads, /^date: .*\+00:00$/m],
  ['dates of another offset', 0.12, 0.3, reads, /^date: .*\+0[12]:00$/m],
  ['dates that are days', 0.003, 0.04, reads, /^date: .{10}$/m],
  ['pages with lazy pictures', 0.3, 0.5, reads, /data-lazy-src/],
  ['noscript twins', 0.3, 0.5, reads, /<noscript>/],
  ['printed datelines', 0.04, 0.13, reads, /在 星期., \d\d\/\d\d\/\d{4} - /],
])('the share of %s lies between %d and %d', (_, least, most, files, pattern) => {
  const share = shareOf(files, ({ text }) => pattern.test(text))
  expect(share).toBeGreaterThan(least)
  expect(share).toBeLessThan(most)
})

test('nearly all films have moved to archived/', () => {
  const share = shareOf(films, ({ path }) => path.includes('/archived/'))
  expect(share).toBeGreaterThan(0.9)
  expect(share).toBeLessThan(0.99)
})

test('there are hundreds of authors, a few of them with many posts', () => {
  const counts = new Map<string, number>()
  for (const post of posts) {
    const author = lineOf(post, 'author') ?? ''
    counts.set(author, (counts.get(author) ?? 0) + 1)
  }
  const most = [...counts.values()].toSorted((a, b) => b - a).slice(0, 10)
  expect(counts.size).toBeGreaterThan(100)
  expect(most.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(posts.length * 0.3)
})

test('some posts come twice: copies, editions with other bytes, reposts under another name', () => {
  const copies = repeatsOf(talk.map((file) => `${nameOf(file)}\n${file.text}`))
  const editions = repeatsOf(talk.map(nameOf)) - copies
  const named = new Map(talk.map((file) => [nameOf(file), file]))
  const reposts = repeatsOf([...named.values()].map((file) => lineOf(file, 'from') ?? ''))
  for (const [share, least, most] of [
    [copies, 0.006, 0.022],
    [editions, 0.01, 0.035],
    [reposts, 0.035, 0.075],
  ] as const) {
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  }
})
