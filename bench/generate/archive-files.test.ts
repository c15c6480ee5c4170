import { expect, test } from 'vitest'
import { digestFiles, makeArchiveFiles } from './archive-files.ts'
import type { ArchiveOptions } from './plan/archive-plan.ts'

const options: ArchiveOptions = { size: 3_000, seed: 1, profile: 'full' }
const posts = listPosts(options)
const [talk, films, reads] = ['evening-talk', 'street-films', 'long-reads'].map((name) =>
  posts.filter(({ path }) => path.startsWith(`${name}/`)),
)

function listPosts(wanted: ArchiveOptions) {
  return [...makeArchiveFiles(wanted)].filter(({ path }) => path.endsWith('.md'))
}

// Sizes of bodies, shares, authors, times and repeats of these bytes are those of measured archives;
// whoever changes them on purpose measures every generated archive again.
test.each<[string, Partial<ArchiveOptions>, string]>([
  ['of 200 posts', { size: 200 }, 'd5dd427425f9d912ac2576b5e111db5f'],
  ['of 3,000 posts', {}, 'fe9f9f6564271362b19c1855a12ec384'],
  ['of light posts', { size: 1_500, profile: 'light' }, '0a09e28243ca960f0c751fa53c4401a9'],
  ['of another seed', { size: 200, seed: 2 }, '9ea538d4ac3144a73faffe63eddf0dad'],
])('an archive %s has the same bytes on every machine', (_, change, digest) => {
  expect(digestFiles({ ...options, ...change }).slice(0, 32)).toBe(digest)
})

test.each([1, 2, 7, 500])('an archive holds exactly %d posts when asked for as many', (size) => {
  expect(listPosts({ ...options, size })).toHaveLength(size)
})

test('no path is written twice, whatever case or normal form the file system keeps', () => {
  const folded = posts.map(({ path }) => path.normalize('NFC').toLowerCase())
  expect(new Set(folded).size).toBe(posts.length)
})

test('files of one name are copies or editions, as often as measured', () => {
  const names = talk?.map(({ path }) => path.replace(/^.*\//, '')) ?? []
  const files = new Set(talk?.map(({ text }, at) => `${names[at]}\n${text}`))
  const copies = names.length - files.size
  expect(copies / names.length).toBeCloseTo(0.013, 2)
  expect((names.length - copies - new Set(names).size) / names.length).toBeCloseTo(0.021, 2)
})

test.each([
  ['videos', 0.75, 0.9, posts, /youtube\.com\/watch\?v=/],
  ['the talk', 0.58, 0.59, posts, /^comments: True$/m],
  ['English texts', 0.005, 0.12, posts, /^(?![^]*[\u4e00-\u9fff]{8})/],
  ['years before 2019', 0.0001, 0.12, posts, /^date: 20(?:09|1[0-8])/m],
  ['years from 2009 to 2025', 0.9999, 1.0001, posts, /^date: 20(?:09|1\d|2[0-5])-/m],
  ['posts of 2025', 0.0001, 0.12, posts, /^date: 2025/m],
  ['empty bodies', 0.08, 0.18, talk, /<div>\n\n<\/div>/],
  ['categories as tags, films', 0.9999, 1.01, films, /^tags: (.*)\ncategories: \1$/m],
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
  const share = (files ?? []).filter(({ text }) => pattern.test(text)).length / (files?.length ?? 0)
  expect(share).toBeGreaterThan(least)
  expect(share).toBeLessThan(most)
})
