import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { forgeBlock } from '#builder/testing/forge-block.ts'
import { runMain } from '#builder/testing/run-main.ts'

const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({
    title: '春天來了',
    date: '2020-01-01T08:00:00.000Z',
    from: 'https://example.org/a',
    tags: ['Wien'],
    body: '<p>台灣的春天很短。</p><p>渡輪九點開。</p>',
  }),
  'harbour/_posts/2020-01-02-b.md': makePostText({
    title: 'The ferry',
    date: '2020-01-02T08:00:00.000Z',
    from: 'https://example.org/b',
    body: '<p>Ferries leave at nine. 春天</p>',
  }),
  'harbour/_posts/2020-01-03-c.md': makePostText({
    title: 'The ferry, again',
    date: '2020-01-03T08:00:00.000Z',
    from: 'https://example.org/b',
    body: '<p>The ferry left at nine, and the text is longer now.</p>',
  }),
  'harbour/_posts/2020-01-04-d.md': makePostText({
    title: 'Red &#27;[31malert',
    date: null,
    from: null,
    body: '<p>Colour \u009b31m and \u202edirection \u001b[2J \u0007.</p>',
  }),
}

const build = async () => (await buildTestSite({ posts })).out

/** Runs a search with JSON output. */
async function ask(out: string, ...argv: string[]) {
  const { code, out: text, err } = await runMain(['search', out, '--json', ...argv])
  const answer = JSON.parse(text) as { total: number; hits: Record<string, unknown>[] }
  return { code, err, ...answer, titles: answer.hits.map(({ title }) => title) }
}

describe('a search prints', () => {
  test.each([
    ['春天', ['春天來了', 'The ferry']],
    ['台湾', ['春天來了']],
    ['臺灣的春天', ['春天來了']],
    ['tag:wien', ['春天來了']],
    ['collection:harbour 春天', ['春天來了', 'The ferry']],
    ['-collection:harbour 春天', []],
    ['春天 -台灣', ['The ferry']],
    ['-春天 -colour', ['The ferry, again']],
    ['title:"the ferry"', ['The ferry, again', 'The ferry']],
    ['ferr', ['The ferry, again', 'The ferry']],
    ['nothing such', []],
    ['春天 OR title:ferry', ['春天來了', 'The ferry, again', 'The ferry']],
    ['ferry -(again OR 台湾) after:2020', ['The ferry']],
    ['before:2020', []],
    ['date:2020年1月1日..2020-01-02 site:org', ['春天來了', 'The ferry']],
  ])('for %s the matching posts, including older versions', async (query, titles) => {
    const answer = await ask(await build(), query)
    expect(new Set(answer.titles)).toEqual(new Set(titles))
    expect(answer).toMatchObject({ code: 0, err: '', total: titles.length })
  })

  test('all metadata of a post, and a snippet', async () => {
    const { hits } = await ask(await build(), '九点开')
    expect(hits).toEqual([
      {
        id: expect.stringMatching(/^2020-01-01-\w{8}$/),
        title: '春天來了',
        sourceUrl: 'https://example.org/a',
        publishedAt: '2020-01-01T08:00:00Z',
        score: expect.any(Number),
        snippet: expect.stringContaining('九點開'),
      },
    ])
  })

  test('the top --limit hits', async () => {
    const out = await build()
    const all = await ask(out, 'nine')
    const one = await ask(out, 'nine', '--limit', '1')
    expect([one.total, one.titles]).toEqual([2, all.titles.slice(0, 1)])
    expect(await ask(out, 'nine', '--limit', '0')).toMatchObject({ total: 2, hits: [] })
  })

  test('lines for people: title, date, address, snippet', async () => {
    const { code, out: text } = await runMain(['search', await build(), '渡轮'])
    const lines = text.split('\n')
    expect(code).toBe(0)
    expect(lines.slice(0, 3)).toEqual(['1 hit', '', '春天來了'])
    expect(lines[3]).toMatch(/^ {2}2020-01-01T08:00:00Z {2}2020-01-01-\w{8}$/)
    expect(lines.slice(4)).toEqual([
      '  https://example.org/a',
      expect.stringContaining('渡輪九點開'),
    ])
  })

  test('no terminal control characters and no direction overrides', async () => {
    const out = await build()
    for (const argv of [[], ['--json']]) {
      const { code, out: text } = await runMain(['search', out, 'colour', ...argv])
      expect([code, text]).toEqual([0, expect.stringContaining('alert')])
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
  })
})

describe('explains a query that makes no sense', () => {
  test.each([
    ['punctuation only', '!!!', 1, 'no letters, digits or emoji to search for'],
    ['an empty quote', '""', 1, 'no letters, digits or emoji to search for'],
    ['an empty query', '', 1, 'no letters, digits or emoji to search for'],
    ['an open quote', '"春天', 0, 'quotation mark'],
    ['a field without a value', '春天 title:', 0, '"title:"'],
    ['an OR without a side', '春天 OR', 0, 'OR has nothing'],
    ['a bracket alone', '春天)', 0, 'closing bracket'],
    ['an impossible date', '春天 after:2022-02-30', 0, '"2022-02-30" is not a date'],
    ['punctuation beside a word', '春天 ???', 0, 'without letters, digits or emoji'],
    ['five thousand letters', `春天 ${'x'.repeat(5_000)}`, 0, 'only its beginning'],
  ])('%s', async (_, query, code, words) => {
    const answer = await ask(await build(), query)
    expect(answer.err).toContain(words)
    expect(answer.code).toBe(code)
  })
})

describe('a folder that cannot be searched exits with 1 and one sentence', () => {
  test.each([
    ['a missing folder', async () => '/no/such/folder', 'no built site'],
    ['a folder that is not a site', () => makeFolder({ 'x.md': 'x' }), 'no built site'],
    [
      'a site without an index',
      async () => (await buildTestSite({ posts, search: false })).out,
      '--no-search',
    ],
    [
      'a damaged root',
      async () => {
        const out = await build()
        await damage(await find(out, /^data\/search\/\w+\.bin$/))
        return out
      },
      'is damaged',
    ],
    [
      'a damaged block',
      async () => {
        const out = await build()
        await damage(await find(out, /^data\/search\/\w+\/0\.bin$/))
        return out
      },
      '/0.bin',
    ],
    [
      'A4 a block forged with a right checksum',
      async () => {
        const out = await build()
        const path = await find(out, /^data\/search\/\w+\/0\.bin$/)
        await writeFile(path, forgeBlock(await readFile(path)))
        return out
      },
      '/0.bin is damaged',
    ],
    [
      'a block that is gone',
      async () => {
        const out = await build()
        await rm(await find(out, /^data\/search\/\w+\/0\.bin$/))
        return out
      },
      '/0.bin',
    ],
    [
      'a damaged pack',
      async () => {
        const out = await build()
        await damage(await find(out, /^data\/bodies\//))
        return out
      },
      'data/bodies/',
    ],
    [
      'a damaged manifest',
      async () => {
        const out = await build()
        await writeFile(join(out, 'manifest.json'), '{')
        return out
      },
      'manifest.json',
    ],
  ])('%s', async (_, make, words) => {
    const { code, out: text, err } = await runMain(['search', await make(), '春天'])
    expect([code, text]).toEqual([1, ''])
    expect(err).toContain(words)
    expect(err.split('\n')).toHaveLength(1)
  })
})

describe('wrong usage exits with 2', () => {
  test.each([
    [['search'], 'folder'],
    [['search', 'x'], 'query'],
    [['search', 'x', 'y', 'z'], 'too many arguments'],
    [['search', 'x', 'y', '--limt', '5'], 'too many arguments'],
    [['search', 'x', 'y', '--limit', 'many'], 'number of hits'],
    [['search', 'x', 'y', '--limit', '-1'], 'number of hits'],
  ])('%j', async (argv, words) => {
    const { code, out: text, err } = await runMain(argv)
    expect(code).toBe(2)
    expect(`${text}${err}`).toContain(words)
  })
})

async function find(out: string, pattern: RegExp): Promise<string> {
  return join(out, [...(await readFolder(out)).keys()].find((path) => pattern.test(path)) ?? '')
}

async function damage(path: string): Promise<void> {
  const bytes = await readFile(path)
  const at = bytes.length - 2
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}
