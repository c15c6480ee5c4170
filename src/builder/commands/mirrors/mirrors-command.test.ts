import { once } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { drawFiles } from './draw-files.ts'

const post = (title: string) => makePostText({ title, from: null })

let home = ''
let [site, harbour, keys] = ['', '', '']

/** Starts a host; returns its address. */
async function open(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/copy/`
}

const cors = { 'Access-Control-Allow-Origin': '*' }

/** A host with the files of a folder; `change` may change what it sends. */
function toMirror(
  folder: () => string,
  change: (path: string, bytes: Buffer) => Buffer = (_, bytes) => bytes,
  headers: Record<string, string> = cors,
): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '').replace('/copy/', '')
    readFile(join(folder(), path)).then(
      (bytes) => response.writeHead(200, headers).end(change(path, bytes)),
      // A page of an error is often longer than the file that was asked for.
      () => response.writeHead(404, headers).end('x'.repeat(100_000)),
    )
  }
}

const flip = (path: string, bytes: Buffer) => {
  if (path.startsWith('data/columns/')) bytes[bytes.length - 1] = 7
  return bytes
}

const longer = (path: string, bytes: Buffer) =>
  path.startsWith('data/columns/') ? Buffer.concat([bytes, bytes]) : bytes

const forge = (path: string, bytes: Buffer) =>
  path === 'manifest.json'
    ? Buffer.from(bytes.toString().replace('"title":"', '"title":"A '))
    : bytes

async function build(...flags: string[]) {
  const { code } = await runMain(['build', harbour, '--out', site, ...flags])
  expect(code).toBe(0)
}

const toFlags = (mirrors: string[]) => mirrors.flatMap((address) => ['--mirror', address])

const ask = (...flags: string[]) => runMain(['mirrors', site, '--timeout', '20', ...flags])

beforeEach(async () => {
  home = await makeFolder({
    'harbour/_posts/2020-01-01-a.md': post('One'),
    'harbour/_posts/2020-01-02-b.md': post('Two'),
  })
  site = join(home, 'site')
  keys = join(home, 'keys')
  harbour = join(home, 'harbour')
})

describe('build --mirror', () => {
  test('is told in the manifest, in the policy of pages and in the headers of hosts', async () => {
    await build(...toFlags(['https://b.example', 'https://c.example/news/']))
    const read = (path: string) => readFile(join(site, path), 'utf8')
    expect(JSON.parse(await read('manifest.json'))).toMatchObject({
      mirrors: ['https://b.example/', 'https://c.example/news/'],
    })
    const policy = "connect-src 'self' https://b.example/ https://c.example/news/;"
    expect(await read('index.html')).toContain(policy)
    expect(await read('_headers')).toContain(policy)
    expect((await runMain(['check', site])).code).toBe(0)
    await build()
    expect(await read('index.html')).not.toContain('b.example')
    expect(await read('manifest.json')).not.toContain('mirrors')
  })

  test.each([
    [['http://b.example/'], 'https address'],
    [['https://me@b.example/'], 'https address'],
    [['https://b.example/?a=b'], 'https address'],
    [['https://b.example/', 'https://b.example'], 'given twice'],
  ])('refuses %s', async (mirrors, words) => {
    const { code, err } = await runMain(['build', harbour, '--out', site, ...toFlags(mirrors)])
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})

describe('mirrors', () => {
  test('tells of each whether it has the same bytes, and fails when one has not', async () => {
    const gone = await open((_, response) => response.destroy())
    const same = await open(toMirror(() => site))
    const packed = toMirror(
      () => site,
      (_, bytes) => gzipSync(bytes),
      { ...cors, 'Content-Encoding': 'gzip' },
    )
    const missing: RequestListener = (request, response) => {
      const hides = request.url?.includes('/data/columns/') === true
      if (hides) response.writeHead(404, cors).end('x'.repeat(100_000))
      else toMirror(() => site)(request, response)
    }
    const mirrors: [listener: string, says: RegExp][] = [
      [same, /: same build; \d+ of \d+ files there, and right$/],
      [await open(packed), /: same build; \d+ of \d+ files there, and right$/],
      [gone, /: unreachable: \S+ for manifest\.json$/],
      [await open(toMirror(() => site, flip)), /: wrong bytes in data\/columns\/\w+\.bin$/],
      [await open(toMirror(() => site, longer)), /: wrong bytes in data\/columns\/\w+\.bin$/],
      [await open(missing), /: answers data\/columns\/\w+\.bin with status 404$/],
      [await open(toMirror(() => site, undefined, {})), /: no CORS header with manifest\.json/],
      [
        await open((_, response) =>
          response.writeHead(302, { Location: 'https://d.example/' }).end(),
        ),
        /: sends manifest\.json on to https:\/\/d\.example\//,
      ],
    ]
    await build(...toFlags(mirrors.map(([address]) => address)))
    const { code, out, err } = await ask('--files', '100')
    const lines = [...out.split('\n'), ...err.split('\n')]
    for (const [address, says] of mirrors) {
      const line = lines.find((one) => one.startsWith(address)) ?? ''
      expect(line).toMatch(says)
    }
    expect(err).toContain('6 of 8 mirrors failed.')
    expect(code).toBe(1)
  })

  test('ends when a host is silent', async () => {
    await build(...toFlags([await open(() => {})]))
    const { code, err } = await ask('--timeout', '1')
    expect(err).toContain('unreachable: no answer within 1 s for manifest.json')
    expect(code).toBe(1)
  })

  test('says that a mirror has an older build, whose files may differ and are right', async () => {
    const old = join(home, 'old')
    const address = await open(toMirror(() => old))
    await build(...toFlags([address]))
    await cp(site, old, { recursive: true })
    const { buildId } = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8')) as {
      buildId: string
    }
    await runMain(['build', harbour, '--out', site, '--title', 'New', ...toFlags([address])])
    const { code, out } = await ask('--files', '100')
    expect(out).toMatch(
      new RegExp(`^${address}: older build ${buildId}; \\d+ of \\d+ files there, and right$`),
    )
    expect(code).toBe(0)
  })

  test.each([403, 404])(
    'an older build that answers %s for what it has not is none',
    async (status) => {
      const old = join(home, 'old')
      const without = (isGone: (path: string) => boolean): RequestListener => {
        const host = toMirror(() => old)
        return (request, response) => {
          if (isGone(request.url ?? '')) response.writeHead(status).end()
          else host(request, response)
        }
      }
      const some = await open(without((path) => path.includes('/data/columns/')))
      const none = await open(without((path) => path.includes('/data/')))
      await build(...toFlags([some, none]))
      await cp(site, old, { recursive: true })
      await build('--title', 'New', ...toFlags([some, none]))
      const { code, out, err } = await ask('--files', '100')
      expect(out).toMatch(
        new RegExp(`^${some}: older build \\S+; [1-9]\\d* of \\d+ files there, and right$`),
      )
      expect(err).toMatch(new RegExp(`^${none}: older build \\S+; none of \\d+ files there$`, 'm'))
      expect(code).toBe(1)
    },
  )

  test('prints what a host says with its control characters escaped', async () => {
    const sign = '\u001b]0;x\u0007\u009b2J\u202e'
    const id = (_: string, bytes: Buffer) =>
      Buffer.from(
        bytes.toString().replace(/"buildId":"/, `"buildId":"${JSON.stringify(sign).slice(1, -1)}`),
      )
    const liar = await open(
      toMirror(
        () => site,
        (path, bytes) => (path === 'manifest.json' ? id(path, bytes) : bytes),
      ),
    )
    const elsewhere = await open((_, response) =>
      response.writeHead(302, { Location: 'https://d.example/\u009b2J' }).end(),
    )
    await build(...toFlags([liar, elsewhere]))
    const { out, err } = await ask()
    expect(out).toContain('another build, \\u001b]0;x\\u0007\\u009b2J\\u202e')
    expect(err).toContain('on to https://d.example/\\u009b2J')
  })

  test('A5 tells by its signature which build is older, and refuses one that is not signed so', async () => {
    await runMain(['keys', keys])
    const [old, forged] = [join(home, 'old'), join(home, 'forged')]
    const [older, liar, naked] = [
      await open(toMirror(() => old)),
      await open(toMirror(() => old, forge)),
      await open(toMirror(() => forged)),
    ]
    const flags = ['--sign', join(keys, 'daily.key'), ...toFlags([older, liar, naked])]
    await build(...flags)
    await cp(site, old, { recursive: true })
    await runMain(['build', harbour, '--out', forged, '--title', 'Forged'])
    await build('--title', 'New', ...flags)
    const { code, out, err } = await ask()
    expect(out).toMatch(
      new RegExp(`^${older}: older build \\d+ of \\S+Z; this one is \\d+; \\d+ of \\d+ files`),
    )
    expect(err).toContain(`${liar}: wrong bytes in manifest.json`)
    expect(err).toContain(`${naked}: another build, and its signature is not there`)
    expect(code).toBe(1)
  })

  test('has nothing to do for a site without mirrors', async () => {
    await build()
    expect(await ask()).toMatchObject({
      code: 1,
      err: expect.stringContaining('names no mirrors'),
    })
  })

  test('accuses no mirror of a file that is damaged here', async () => {
    await build(...toFlags([await open(toMirror(() => site))]))
    const drawn = await drawFiles(site, 100, () => 0)
    const path = drawn.find((one) => one.includes('/opening/')) ?? ''
    await writeFile(join(site, path), 'damaged')
    expect(await ask('--files', '100')).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${path} is damaged.`),
    })
  })
})

test('mirrors are asked for what readers take, without cookies and referrer', async () => {
  const asked: string[] = []
  const address = await open((request, response) => {
    const { origin, cookie, referer } = request.headers
    expect({ origin, cookie, referer }).toEqual({ origin: 'https://reader.invalid' })
    asked.push(request.url ?? '')
    toMirror(() => site)(request, response)
  })
  await build(...toFlags([address]))
  expect((await ask('--files', '100')).code).toBe(0)
  expect(asked.length).toBeGreaterThan(10)
  for (const path of asked) expect(path).toMatch(/^\/copy\/(?:manifest\.json|data\/[\w./]+)$/)
})
