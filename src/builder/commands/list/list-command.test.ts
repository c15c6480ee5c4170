import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { listFormatNames } from '#article/reference/list-formats.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain, testDay } from '#builder/testing/run-main.ts'

const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({
    title: 'A lamp, "lit"',
    date: '2020-01-01T08:00:00.000Z',
    author: 'Mei Lin',
    from: 'https://example.org/a',
    tags: ['Wien', 'sea'],
    body: '<p>The lamp of the wall was lit at nine.</p>',
  }),
  'harbour/_posts/2020-01-02-b.md': makePostText({
    title: 'The ferry',
    date: '2020-01-02T08:00:00.000Z',
    from: 'https://example.org/b',
    body: '<p>Ferries leave at nine, past the lamp.</p>',
  }),
  'harbour/_posts/2020-01-03-c.md': makePostText({
    title: 'The ferry',
    date: '2020-01-03T08:00:00.000Z',
    from: 'https://example.org/b',
    body: '<p>Ferries leave at nine, past the lamp. Not in winter.</p>',
  }),
  'harbour/_posts/2020-01-04-d.md': makePostText({
    title: '=1+1',
    date: null,
    from: null,
    body: '<p>A sum of two numbers.</p>',
  }),
}

const build = async () => (await buildTestSite({ posts, origin: 'https://archive.example' })).out

/** Titles of a list as CSV. */
async function listTitles(...argv: string[]) {
  const site = await build()
  const { out } = await runMain(['list', site, ...argv])
  const rows: Record<string, string>[] = parseCsv(out, { columns: true, bom: true })
  return rows.map(({ title }) => title)
}

describe('the list has', () => {
  test.each([
    ['every post, the newest first', [], ["'=1+1", 'The ferry', 'A lamp, "lit"']],
    ['the oldest first', ['--order', 'oldest'], ['A lamp, "lit"', 'The ferry', "'=1+1"]],
    ['older versions too', ['ferry', '--versions'], ['The ferry', 'The ferry']],
    ['what matches', ['lamp'], ['The ferry', 'A lamp, "lit"']],
    ['the best match first', ['lamp', '--order', 'best'], ['A lamp, "lit"', 'The ferry']],
    ['what has a tag', ['tag:wien'], ['A lamp, "lit"']],
    ['what does not match', ['-lamp'], ["'=1+1"]],
    ['nothing', ['"nothing such"'], []],
  ])('%s', async (_, argv, titles) => {
    expect(await listTitles(...argv)).toEqual(titles)
  })
})

test('a post has both times, both addresses and its tags', async () => {
  const site = await build()
  const { out } = await runMain(['list', site, 'tag:wien', '--format', 'jsonl'])
  expect(JSON.parse(out)).toMatchObject({
    title: 'A lamp, "lit"',
    authors: ['Mei Lin'],
    source: 'example.org',
    published: '2020-01-01T08:00:00Z',
    original: 'https://example.org/a',
    archive: expect.stringMatching(
      /^https:\/\/archive\.example\/posts\/2020-01-01-[a-z2-7]{8}\/$/,
    ) as unknown,
    tags: ['Wien', 'sea'],
    accessed: testDay,
  })
})

test.each(listFormatNames)(
  'a file in the format %s holds what the console shows',
  async (format) => {
    const site = await build()
    const file = join(await makeFolder(), 'list')
    const shown = await runMain(['list', site, 'lamp', '--format', format])
    const saved = await runMain(['list', site, 'lamp', '--format', format, '--out', file])
    expect([saved.code, saved.out, saved.err]).toEqual([0, '', `2 posts written to ${file}`])
    expect(await readFile(file, 'utf8')).toBe(`${shown.out}\n`)
  },
)

describe('says so', () => {
  test('when the file exists, which stays as it was', async () => {
    const site = await build()
    const folder = await makeFolder({ list: 'mine' })
    const { code, err } = await runMain(['list', site, '--out', join(folder, 'list')])
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('exists. Give the name of a new file.'),
    ])
    expect(await readFile(join(folder, 'list'), 'utf8')).toBe('mine')
  })

  test('when the address of the site is not known', async () => {
    const { out: bare } = await buildTestSite({ posts })
    const { out, err } = await runMain(['list', bare, 'lamp', '--format', 'jsonl'])
    expect(err).toContain('The address of the site is not known')
    expect(out).toMatch(/"archive":"posts\/2020-01-0/)
    const told = await runMain(['list', bare, 'lamp', '--address', 'https://h.example/x'])
    expect([told.err, told.out]).toEqual([
      '2 posts',
      expect.stringContaining(',https://h.example/x/posts/2020-01-0'),
    ])
  })

  test.each([
    ['an unknown format', ['--format', 'xml'], /Give one of csv, jsonl/, 2],
    ['an unknown order', ['--order', 'worst'], /Give one of newest/, 2],
    ['an address that is none', ['--address', 'h.example'], /Give an address such as/, 2],
    ['a query without a term', ['-'], /no letters, digits or emoji/, 1],
  ])('of %s', async (_, argv, sentence, expected) => {
    const site = await build()
    const { code, err } = await runMain(['list', site, ...argv])
    expect([code, err]).toEqual([expected, expect.stringMatching(sentence)])
  })
})
