import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { makeClock } from '#builder/testing/make-clock.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import { openPictureServer, type PictureRoutes } from '#builder/testing/picture-server.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { parsePictureReport } from './download/picture-report.ts'
import { keepWith, type ImagesFlags } from './images-command.ts'

const flags: ImagesFlags = {
  maxBytes: 1_000_000,
  maxTotal: 10_000_000,
  maxPerHost: 100,
  hostMinutes: 10,
  timeout: 20,
  width: 1_600,
}

let folder = ''

async function writePost(...urls: string[]): Promise<void> {
  const body = urls.map((url) => `<p>x</p><img src="${url}">`).join('')
  const home = await makeFolder({ 'harbour/_posts/2020-03-01-a.md': makePostText({ body }) })
  folder = join(home, 'harbour')
}

async function run(routes: PictureRoutes, change: Partial<ImagesFlags> = {}) {
  const { network, asked } = await openPictureServer(routes)
  const out: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    lines: () => {},
    err: () => {},
    live: () => {},
    isTerminal: false,
    now: () => 0,
    today: () => '2024-02-29',
    untilStopped: () => Promise.resolve(),
  }
  const tools = { network, clock: makeClock() }
  const code = await keepWith(tools, { folders: [folder], flags: { ...flags, ...change }, io })
  return { code, asked, out: out.join('\n') }
}

describe('images', () => {
  beforeEach(() => writePost('https://pictures.example/a.png', 'https://pictures.example/b.png'))

  test('reports what was kept, what failed, and why', async () => {
    const { code, out } = await run({ '/a.png': makePicture('png') })
    expect(code).toBe(0)
    expect(out).toContain('2 pictures in the posts: 1 stored, 1 failed, 0 not requested yet')
    expect(out).toContain('1 downloaded in this run, 94 bytes added')
    expect(out).toContain(
      '×1 The host did not return the picture (404). Look for it in the Internet',
    )
    expect(out).toContain('  https://pictures.example/b.png')
  })

  test('reports the hosts it gave up on and how to continue', async () => {
    const { out } = await run({ '/a.png': makePicture('png') }, { maxPerHost: 1 })
    expect(out).toContain(
      'pictures.example: 1 left, request limit of one run reached (--max-per-host)',
    )
    expect(out).toContain('Run the same command again to continue.')
  })

  test('--report accounts for every address', async () => {
    const report = join(await makeFolder(), 'report.json')
    for (const _ of ['new', 'again']) await run({ '/a.png': makePicture('png') }, { report })
    const account = parsePictureReport(JSON.parse(await readFile(report, 'utf8')))
    expect(account).toMatchObject({ addresses: 2, kept: 1, failed: 1, left: 0, fetched: 0 })
    expect(account.failures[0]).toMatchObject({
      address: 'https://pictures.example/b.png',
      hint: 'Look for it in the Internet Archive.',
      failedAt: '2020-03-09T10:00:00.250Z',
    })
  })

  test('--report overwrites nothing but a report', async () => {
    const report = join(await makeFolder(), 'notes.txt')
    await writeFile(report, 'mine')
    await expect(run({}, { report })).rejects.toThrow('is not a report')
    expect(await readdir(folder)).toEqual(['_posts'])
  })
})

test('N1 no command line reaches this machine or its network', async () => {
  await writePost(
    'https://127.0.0.1/a.png',
    'https://localhost/a.png',
    'https://[::1]/a.png',
    'https://169.254.169.254/latest/meta-data/a.png',
    'https://10.0.0.1:8443/a.png',
  )
  const report = join(await makeFolder(), 'report.json')
  expect(await runMain(['images', folder, '--report', report])).toMatchObject({ code: 0 })
  const { kept, failures } = parsePictureReport(JSON.parse(await readFile(report, 'utf8')))
  expect(kept).toBe(0)
  expect(failures.map(({ reason }) => reason.replace(/ \(.*/, ''))).toEqual([
    'Pictures are not fetched from such an address',
    ...Array.from({ length: 4 }, () => 'The address points into a private network'),
  ])
})

test.each([
  [['images'], 'folders'],
  [['images', 'x', '--max-bytes', 'much'], '20MB'],
  [['images', 'x', '--max-total', '0'], '20MB'],
  [['images', 'x', '--width', '0'], 'whole number'],
  [['images', 'x', '--allow-private'], 'unknown option'],
])('exits with 2 on wrong usage: %j', async (argv, words) => {
  const { code, err } = await runMain(argv)
  expect(code).toBe(2)
  expect(err).toContain(words)
})

test('exits with 1 for a folder without posts', async () => {
  expect(await runMain(['images', await makeFolder()])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no posts'),
  })
})
