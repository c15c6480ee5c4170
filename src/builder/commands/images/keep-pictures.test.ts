import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { patienceMs } from '#testing/patience.ts'
import { silentProgress } from '#builder/ground/progress.ts'
import { makeClock } from '#builder/testing/make-clock.ts'
import { makePicture, makePngHead } from '#builder/testing/make-pictures.ts'
import {
  cutShort,
  endless,
  openPictureServer,
  toRedirect,
  toStatus,
  type PictureRoutes,
} from '#builder/testing/picture-server.ts'
import { openPictureMaker } from './format/picture-maker.ts'
import { keepPictures, type PictureOptions } from './keep-pictures.ts'

const { make } = await openPictureMaker(1_600)
const bounds = {
  maxBytes: 1_000_000,
  maxTotalBytes: 10_000_000,
  mostAddresses: 1_000,
  mostMs: 3_600_000,
  timeoutMs: patienceMs,
  userAgent: 'Broadsheet/test',
}
const [png, jpg, gif] = [makePicture('png'), makePicture('jpg'), makePicture('gif')]

let folder = ''
let pictures = ''

/** A post with pictures, given by paths on one host or by full addresses. */
function toPost(paths: string[], host = 'pictures.example'): string {
  const images = paths.map(
    (path) =>
      `<p>x</p><img src="${path.startsWith('/') ? `https://${host}${path}` : path}" width="640" height="480">`,
  )
  return makePostText({ from: 'https://example.org/news/1', body: images.join('') })
}

async function writePosts(...posts: string[]): Promise<void> {
  folder = join(await makeFolder({ 'harbour/_config.yml': 'title: Harbour' }), 'harbour')
  pictures = join(folder, '_images')
  await mkdir(join(folder, '_posts'))
  for (const [at, post] of posts.entries()) {
    await writeFile(join(folder, '_posts', `2020-03-0${at + 1}-x.md`), post)
  }
}

interface Run extends Partial<Omit<PictureOptions, 'bounds'>> {
  bounds?: Partial<typeof bounds>
  clock?: ReturnType<typeof makeClock>
}

async function run(routes: PictureRoutes, { clock = makeClock(), ...options }: Run = {}) {
  const server = await openPictureServer(routes)
  const report = await keepPictures(
    { folders: [folder], retry: false, ...options, bounds: { ...bounds, ...options.bounds } },
    { network: server.network, make, clock, progress: silentProgress },
  )
  return { report, asked: server.asked, clock }
}

/** Files in the folder of pictures, except the ledger. */
async function listKept(): Promise<string[]> {
  return (await readdir(pictures)).filter((name) => name !== 'images.jsonl').toSorted()
}

describe('an archive with a few pictures', () => {
  beforeEach(() => writePosts(toPost(['/a.png', '/b.jpg', '/copy-of-a.png', '/none.png'])))
  const routes = { '/a.png': png, '/b.jpg': jpg, '/copy-of-a.png': png }

  test('is downloaded once; a picture at two addresses is stored once', async () => {
    const { report } = await run(routes)
    expect(report).toMatchObject({ addresses: 4, kept: 3, failed: 1, left: 0, fetched: 3 })
    expect(report.grownBytes).toBe(png.length + jpg.length)
    expect(await listKept()).toHaveLength(2)
    expect(report.failures).toEqual([
      expect.objectContaining({
        address: 'https://pictures.example/none.png',
        reason: 'The host did not return the picture (404).',
      }),
    ])
  })

  test('causes no request in a second run', async () => {
    await run(routes)
    const { asked, report } = await run(routes)
    expect(asked).toEqual([])
    expect(report).toMatchObject({ kept: 3, failed: 1, fetched: 0, grownBytes: 0 })
  })

  test('has failures retried by a later run, or at once with --retry', async () => {
    await run(routes)
    const found = { ...routes, '/none.png': gif }
    expect((await run(found, { clock: makeClock('2020-04-07T10:00:00Z') })).asked).toEqual([])
    expect((await run(found, { retry: true })).report).toMatchObject({ kept: 4, failed: 0 })
  })

  test('has only missing and damaged pictures downloaded again', async () => {
    await run(routes)
    const [first = '', second = ''] = await listKept()
    await rm(join(pictures, first))
    await truncate(join(pictures, second), 20)
    const { report } = await run(routes)
    expect(report).toMatchObject({ kept: 3, fetched: 3 })
    expect((await run(routes)).asked).toEqual([])
  })

  test('costs one request for the picture of a new post', async () => {
    await run(routes)
    await writeFile(join(folder, '_posts/2020-03-09-y.md'), toPost(['/b.jpg', '/c.gif']))
    expect((await run({ ...routes, '/c.gif': gif })).asked).toEqual(['pictures.example/c.gif'])
  })

  test('N6 resumes after a killed run', async () => {
    await run({ '/a.png': png }, { bounds: { mostAddresses: 1 } })
    // What a killed run leaves: half a file, half a line, and a half-written new ledger.
    await writeFile(join(pictures, '.new-1-0'), png.subarray(0, 9))
    await writeFile(join(pictures, 'images.jsonl.new'), '{"broad')
    const ledger = join(pictures, 'images.jsonl')
    await writeFile(ledger, `${await readFile(ledger, 'utf8')}{"address":"https://pictures.ex`)
    const { report, asked } = await run(routes)
    expect(report).toMatchObject({ kept: 3, failed: 1 })
    expect(asked).not.toContain('pictures.example/a.png')
    expect((await readdir(pictures)).filter((name) => name.startsWith('.new'))).toEqual([])
  })
})

describe('N4 refuses a response that is not a usable picture', () => {
  test.each<[string, PictureRoutes[string], string]>([
    ['a page served as a picture', Buffer.from('<!doctype html>no'), 'not a picture (html)'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'an SVG'],
    ['an empty body', Buffer.alloc(0), 'not a picture (empty)'],
    ['a decompression bomb', makePngHead(60_000, 60_000), 'too many pixels'],
    ['an endless body', endless, 'too large'],
    [
      'a redirect into a private network',
      toRedirect('http://192.168.1.1/a.png'),
      'private network',
    ],
  ])('%s', async (_, route, words) => {
    await writePosts(toPost(['/a.png']))
    const { report, asked } = await run({ '/a.png': route ?? png })
    expect(report).toMatchObject({ kept: 0, failed: 1 })
    expect(report.failures[0]?.reason).toContain(words)
    expect(await listKept()).toEqual([])
    // A permanent failure is not retried.
    expect(asked).toHaveLength(1)
  })
})

describe('N5 hosts in trouble', () => {
  beforeEach(() => writePosts(toPost(['/a.png'])))

  test.each([
    ['responding with errors', toStatus(500), [1_000, 4_000]],
    ['truncating its responses', cutShort, [1_000, 4_000]],
    ['asking for a pause', toStatus(429, { 'Retry-After': '60' }), [60_000, 60_000]],
  ])(
    'requests an address three times from a host that is %s, backing off in between',
    async (_, route, waits) => {
      const { report, asked, clock } = await run({ '/a.png': route })
      expect(report).toMatchObject({ failed: 1 })
      expect(asked).toHaveLength(3)
      expect(clock.slept).toEqual(waits)
    },
  )

  test('gives up on a host that asks for a long pause', async () => {
    await writePosts(toPost(['/a.png', '/b.jpg', '/c.png', '/d.png']))
    const busy = toStatus(503, { 'Retry-After': '3600' })
    const { report, asked } = await run({ '/a.png': busy, '/b.jpg': busy })
    expect(report.hosts).toEqual([
      { host: 'pictures.example', left: 2, reason: 'the host asked for a long pause' },
    ])
    expect(asked).toHaveLength(2)
  })

  test('obtains the picture of a host that recovers', async () => {
    let asked = 0
    const { report } = await run({
      '/a.png': (_, response) => {
        if (asked++ === 0) response.writeHead(503).end()
        else response.end(png)
      },
    })
    expect(report).toMatchObject({ kept: 1, failed: 0 })
  })

  test('gives up on an unreachable host after three addresses, and continues with the others', async () => {
    const gone = Array.from({ length: 9 }, (_, at) => `/${at}.png`)
    await writePosts(toPost(gone, 'gone.example'), toPost(['/a.png']))
    const server = await openPictureServer({ '/a.png': png })
    server.names.set('gone.example', [])
    const report = await keepPictures(
      { folders: [folder], retry: false, bounds },
      { network: server.network, make, clock: makeClock(), progress: silentProgress },
    )
    expect(report.kept).toBe(1)
    expect(report.failed + report.left).toBe(9)
    expect(report.failed).toBeLessThanOrEqual(4)
    expect(report.hosts).toEqual([
      expect.objectContaining({ host: 'gone.example', reason: 'the host failed repeatedly' }),
    ])
  })
})

describe('bounds', () => {
  const paths = Array.from({ length: 6 }, (_, at) => `/${at}.png`)
  const routes = Object.fromEntries(paths.map((path) => [path, makePngHead(5, 3, path)]))
  beforeEach(() => writePosts(toPost(paths)))

  test('limit the requests to a host', async () => {
    const { report, asked } = await run(routes, { bounds: { mostAddresses: 4 } })
    expect(asked).toHaveLength(4)
    expect(report).toMatchObject({ kept: 4, left: 2 })
    expect((await run(routes)).report).toMatchObject({ kept: 6, left: 0, fetched: 2 })
  })

  test('limit the time spent on a host, at a quarter of a second between requests', async () => {
    const { report } = await run(routes, { bounds: { mostMs: 600 } })
    expect(report).toMatchObject({ kept: 3, left: 3 })
    expect(report.hosts[0]?.reason).toContain('time limit of one run')
  })

  test('limit the total size, earlier runs included', async () => {
    await run(routes, { bounds: { mostAddresses: 2 } })
    const { report } = await run(routes, { bounds: { maxTotalBytes: 450 } })
    expect(report).toMatchObject({ kept: 4, failed: 0, left: 2 })
    expect(report.hosts[0]?.reason).toContain('--max-total')
  })

  test('limit the size of a picture', async () => {
    const { report } = await run(routes, { bounds: { maxBytes: 50 } })
    expect(report).toMatchObject({ kept: 0, failed: 6 })
  })
})

test('the poster image of a video post is one of its pictures', async () => {
  await writePosts(makePostText({ from: 'https://www.youtube.com/watch?v=abcdefghijk', body: 'x' }))
  const { asked } = await run({ '/vi/abcdefghijk/hqdefault.jpg': jpg })
  expect(asked).toEqual(['i.ytimg.com/vi/abcdefghijk/hqdefault.jpg'])
})

describe('a folder that is not ours', () => {
  beforeEach(() => writePosts(toPost(['/a.png'])))

  test('is left untouched when it contains other files', async () => {
    await mkdir(pictures)
    await writeFile(join(pictures, 'holiday.jpg'), 'x')
    await expect(run({})).rejects.toThrow('Pictures cannot be stored')
    expect(await readdir(pictures)).toEqual(['holiday.jpg'])
  })

  test('is not followed when it is a symbolic link', async () => {
    const elsewhere = await makeFolder()
    await symlink(elsewhere, pictures)
    await expect(run({ '/a.png': png })).rejects.toThrow('links are not followed')
    expect(await readdir(elsewhere)).toEqual([])
  })
})
