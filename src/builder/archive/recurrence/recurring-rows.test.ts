import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataPath } from '#contract/file-names.ts'
import { parseTimelineShard, type PostSummary } from '#contract/timeline-shard.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'

const greeting =
  'Welcome to the channel of the harbour, where the keeper tells what the sea brought in.'
const appeal = 'Support the keeper at https://pay.example/lamp, every penny keeps the lamp burning.'
const own = [
  'A storm took the roof of the old fish market on Sunday night.',
  'Nobody had seen so many herring boats behind the sea wall before.',
  'The council will vote on the new ferry line next week.',
  'The lamp itself was taken down for the first time in ninety years.',
]

interface Made {
  body: string
  author?: string | null
  from?: string
  title?: string
  lang?: string
}

/** Files of posts, one a day. */
function makeFiles(posts: readonly Made[]): Record<string, string> {
  return Object.fromEntries(
    posts.map(({ body, author = 'Keeper', from, title, lang }, at) => {
      const day = new Date(Date.UTC(2020, 2, at + 1)).toISOString().slice(0, 10)
      return [
        `harbour/_posts/${day}-post-${at}.md`,
        makePostText({
          title: title ?? `Post ${at}`,
          date: `${day}T10:15:00.000Z`,
          author,
          from: from ?? `https://news.example/${at}`,
          more: lang === undefined ? [] : [`lang: ${lang}`],
          body: body
            .split('\n')
            .map((line) => `<p>${line}</p>`)
            .join(''),
        }),
      ]
    }),
  )
}

async function readRows({ out, manifest }: Awaited<ReturnType<typeof buildTestSite>>) {
  const rows: PostSummary[] = []
  for (const hash of manifest.timeline.tail) {
    const text = await readFile(join(out, dataPath('timeline', hash)), 'utf8')
    rows.push(...parseTimelineShard(JSON.parse(text)).rows)
  }
  return rows
}

async function buildRows(posts: readonly Made[]) {
  const site = await buildTestSite({ posts: makeFiles(posts) })
  return { ...site, rows: await readRows(site) }
}

describe('a sentence that opens the posts of one author', () => {
  test.each([
    ['is left out', (at: number) => `${greeting}\n${own[at]}`],
    ['is left out inside a line', (at: number) => `${greeting} ${own[at]}`],
    [
      'is left out with other numbers and dates',
      (at: number) =>
        `This is letter ${at} from the harbour, written on ${at + 1} March 202${at}.\n${own[at]}`,
    ],
    [
      'is left out with other names',
      (at: number) =>
        `Today the keeper of the lamp talks with our guest ${['Ada Byron', 'Tom', 'Mary Ann Lee', 'Li'][at]}.\n${own[at]}`,
    ],
  ])('%s', async (_, toBody) => {
    const { rows } = await buildRows(own.map((_sentence, at) => ({ body: toBody(at) })))
    expect(rows.map(({ excerpt }) => excerpt)).toEqual(own)
    expect(rows.map(({ length }) => length.count)).toEqual(
      own.map((sentence) => sentence.split(' ').length),
    )
  })

  test('is left out in both forms of Chinese', async () => {
    const forms = [
      '歡迎訂閱港口燈塔的頻道，守塔人每週為您講述海上的故事。',
      '欢迎订阅港口灯塔的频道，守塔人每周为您讲述海上的故事。',
    ]
    const said = ['風暴掀了魚市的屋頂。', '海牆外的漁船多得數不清。', '議會下週表決新的渡輪線。']
    const { rows } = await buildRows(said.map((body, at) => ({ body: `${forms[at % 2]}${body}` })))
    expect(rows.map(({ excerpt }) => excerpt)).toEqual(said)
    expect(rows.map(({ length }) => length.count)).toEqual(said.map(({ length }) => length))
  })

  test('stays in two posts', async () => {
    const { rows } = await buildRows(
      own.slice(0, 2).map((sentence) => ({ body: `${greeting}\n${sentence}` })),
    )
    expect(rows.map(({ excerpt }) => excerpt)).toEqual(
      own.slice(0, 2).map((sentence) => `${greeting} ${sentence}`),
    )
  })

  test('stays in versions of one post, which are no recurrence', async () => {
    const from = 'https://news.example/one'
    const bodies = own.slice(0, 3).map((sentence) => ({
      body: `${greeting}\n${sentence}`,
      title: 'One',
      from,
    }))
    const { rows, report } = await buildRows(bodies)
    expect(report.versions).toBe(2)
    expect(rows.every(({ excerpt }) => excerpt?.startsWith(greeting))).toBe(true)
  })
})

test('a sentence of several authors is left out when their source has it often', async () => {
  const posts = own.map((sentence, at) => ({
    body: `${sentence}\n${appeal}`,
    author: `Author ${at}`,
  }))
  const { rows, report } = await buildRows(posts)
  expect(rows.map(({ excerpt }) => excerpt)).toEqual(own)
  expect(report.recurring).toEqual({ posts: 4, wholly: 0, author: 0, source: 8, similar: 0 })
})

test('a source of several languages says a sentence often when it does so in one of them', async () => {
  const said = 'Diese Nachricht erscheint jeden Morgen im Blatt vom Hafen und am Kiosk.'
  const german = ['Die Fähre liegt fest.', 'Der Leuchtturm ist neu gestrichen.', 'Das Boot sank.']
  const others = Array.from({ length: 300 }, (_, at) => ({
    body: `Boat ${at} came in.`,
    author: `Author ${at % 9}`,
    lang: 'en',
  }))
  const posts = german.map((body, at) => ({
    body: `${said}\n${body}`,
    author: `Autor ${at}`,
    lang: 'de',
  }))
  const { rows } = await buildRows([...others, ...posts])
  expect(rows.flatMap(({ language, excerpt }) => (language === 'de' ? [excerpt] : []))).toEqual(
    german,
  )
})

test('a post in which all recurs has neither excerpt nor length, and keeps its article', async () => {
  const posts = [greeting, greeting, `${greeting}\n${own[0]}`].map((body) => ({ body }))
  const { rows, report, out } = await buildRows(posts)
  expect(
    rows.map(({ excerpt, length, isRecurring }) => [excerpt, length.count, isRecurring]),
  ).toEqual([
    [undefined, 0, true],
    [undefined, 0, true],
    [own[0], 13, undefined],
  ])
  expect(report.recurring).toMatchObject({ posts: 3, wholly: 2, author: 3 })
  const page = await readFile(join(out, 'posts', rows[0]?.id ?? '', 'index.html'), 'utf8')
  expect(page).toContain(`<p>${greeting}</p>`)
})

test('what is said behind a long list of what recurs is found', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, at) => `Friend of the lamp ${'ab'.repeat(at + 1)} gave.`,
  )
  const { rows } = await buildRows(
    own.map((sentence) => ({
      body: [...lines.slice(0, 24), sentence, ...lines.slice(24)].join('\n'),
    })),
  )
  for (const [at, { excerpt }] of rows.entries())
    expect(excerpt?.startsWith(own[at] ?? '')).toBe(true)
})

test('descriptions, feeds and lists leave out what recurs too', async () => {
  const site = await buildTestSite({
    posts: makeFiles(own.map((sentence) => ({ body: `${greeting}\n${sentence}` }))),
    origin: 'https://archive.example',
  })
  const files = await readFolder(site.out)
  const [page = ''] = [...files]
    .filter(([path]) => path.startsWith('posts/'))
    .map(([, text]) => text)
  expect(page).toContain(`content="${own[0]}"`)
  expect(page).not.toContain(`content="${greeting}`)
  for (const path of ['rss.xml', 'atom.xml', 'feed.json', 'index.html']) {
    const place = path === 'index.html' ? path : `feeds/${path}`
    expect(files.get(place)).toContain(own[3])
    expect(files.get(place)).not.toContain(greeting)
  }
})

test('a build on top of others gives the bytes of a fresh one', async () => {
  const bodies = fc.constantFrom(
    greeting,
    `${greeting}\n${own[0]}`,
    `${greeting} ${own[1]}\n${appeal}`,
    `${own[2]}\n${appeal}`,
    own[3] ?? '',
  )
  const author = fc.constantFrom('Keeper', 'Ada', null)
  const posts = fc.array(fc.record({ body: bodies, author }), { minLength: 4, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(posts, fc.nat(2), async (made, less) => {
      const all = makeFiles(made)
      const some = Object.fromEntries(Object.entries(all).slice(0, -1 - less))
      const home = await makeFolder(some)
      const site = { folders: [join(home, 'harbour')], out: join(await makeFolder(), 'site') }
      await buildTestSite(site)
      for (const [path, text] of Object.entries(all)) await writeFile(join(home, path), text)
      const added = await buildTestSite(site)
      expect(added.manifest).toEqual((await buildTestSite({ posts: all })).manifest)
      for (const path of Object.keys(all)) if (!(path in some)) await rm(join(home, path))
      const removed = await buildTestSite(site)
      expect(removed.manifest).toEqual((await buildTestSite({ posts: some })).manifest)
    }),
    { numRuns: 6 },
  )
})
