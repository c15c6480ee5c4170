import { request as sendRequest, type IncomingHttpHeaders } from 'node:http'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSiteHandler } from './site-handler.ts'
import { startServer, type RunningServer } from './start-server.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

const text = '0123456789'
const changedAt = 'Sun, 06 Nov 1994 08:49:37 GMT'
const files = {
  'data/small-1.bin': text,
  'data/empty-1.bin': '',
  'data/large-1.bin': text.repeat(100_000),
  'data/words-1.json': text.repeat(1_000),
}

let folder = ''
let server: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-ranges-'))
  await mkdir(join(folder, 'data'))
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(folder, path), content)
    await utimes(join(folder, path), new Date(changedAt), new Date(changedAt))
  }
  server = await startServer(makeSiteHandler({ folder, base: '/' }), { host: 'localhost', port: 0 })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Sends a request with no other headers than the given ones: `fetch` would add some. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    sendRequest(`${server.origin}/${path}`, { method, headers }, (response) => {
      let body = ''
      response.setEncoding('latin1').on('data', (part: string) => (body += part))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      })
    })
      .on('error', reject)
      .end()
  })
}

describe('H4 RFC 9110 14.1 and 14.2: a range', () => {
  test.each([
    ['bytes=0-4', '206 01234 bytes 0-4/10'],
    ['bytes=0-0', '206 0 bytes 0-0/10'],
    ['bytes=9-', '206 9 bytes 9-9/10'],
    ['bytes=8-100', '206 89 bytes 8-9/10'],
    ['bytes=0-', '206 0123456789 bytes 0-9/10'],
    ['bytes=-3', '206 789 bytes 7-9/10'],
    ['bytes=-10', '206 0123456789 bytes 0-9/10'],
    ['bytes=-100', '206 0123456789 bytes 0-9/10'],
    ['Bytes=2-3', '206 23 bytes 2-3/10'],
    ['bytes= 2-3', '206 23 bytes 2-3/10'],
    // Unsatisfiable: it begins after the end, or asks for the last zero bytes.
    ['bytes=10-', '416 - bytes */10'],
    ['bytes=10-20', '416 - bytes */10'],
    ['bytes=-0', '416 - bytes */10'],
    // Not well-formed, of another unit, or several: ignored.
    ['bytes=4-2', '200 0123456789 -'],
    ['bytes=a-b', '200 0123456789 -'],
    ['bytes=1x-2', '200 0123456789 -'],
    ['bytes=-', '200 0123456789 -'],
    ['bytes=', '200 0123456789 -'],
    ['bytes=--1', '200 0123456789 -'],
    ['bytes=1-2-3', '200 0123456789 -'],
    ['bytes=1.5-2', '200 0123456789 -'],
    ['bytes', '200 0123456789 -'],
    ['0-4', '200 0123456789 -'],
    ['items=0-4', '200 0123456789 -'],
    ['bytes=99999999999999999999-', '200 0123456789 -'],
    ['bytes=0-1,4-5', '200 0123456789 -'],
    ['bytes=0-1, 2-3', '200 0123456789 -'],
    [`bytes=${Array.from({ length: 60 }, (_, at) => `${at}-${at}`).join()}`, '200 0123456789 -'],
  ])('%s', async (range, expected) => {
    const { status, headers, body } = await ask('data/small-1.bin', { range })
    const shown = status === 416 ? '-' : body
    expect(`${status} ${shown} ${headers['content-range'] ?? '-'}`).toBe(expected)
    expect(headers['content-length']).toBe(String(body.length))
  })

  test.each(['bytes=0-', 'bytes=-5'])('%s of an empty file cannot be satisfied', async (range) => {
    const { status, headers } = await ask('data/empty-1.bin', { range })
    expect([status, headers['content-range']]).toEqual([416, 'bytes */0'])
  })

  test('of a large file, which is streamed, has its bytes', async () => {
    const { status, body } = await ask('data/large-1.bin', { range: 'bytes=999995-1000005' })
    expect([status, body]).toEqual([206, '56789'])
  })

  test('of a HEAD request is ignored', async () => {
    const { status, headers, body } = await ask('data/small-1.bin', { range: 'bytes=0-4' }, 'HEAD')
    expect([status, headers['content-length'], body]).toEqual([200, '10', ''])
  })

  test('is counted in the bytes of the file, also where the file would be sent compressed', async () => {
    const packed = { 'accept-encoding': 'gzip' }
    expect((await ask('data/words-1.json', packed)).headers['content-encoding']).toBe('gzip')
    const { status, headers, body } = await ask('data/words-1.json', {
      ...packed,
      range: 'bytes=0-2999',
    })
    expect([status, headers['content-encoding'], body.length]).toEqual([206, undefined, 3_000])
  })

  test('is offered', async () => {
    expect((await ask('data/large-1.bin')).headers['accept-ranges']).toBe('bytes')
    expect((await ask('data/small-1.bin')).headers['accept-ranges']).toBe('bytes')
  })

  test('of a file that is missing gets 404', async () => {
    expect((await ask('data/none-1.bin', { range: 'bytes=0-4' })).status).toBe(404)
  })
})

describe('RFC 9110 13.1: a condition', () => {
  const range = 'bytes=0-1'
  test.each([
    ['If-Range with the tag', (tag: string) => ({ range, 'if-range': tag }), 206],
    ['If-Range with the weak tag', (tag: string) => ({ range, 'if-range': `W/${tag}` }), 200],
    ['If-Range with another tag', () => ({ range, 'if-range': '"other"' }), 200],
    ['If-Range with two tags', (tag: string) => ({ range, 'if-range': `${tag}, "b"` }), 200],
    ['If-Range with the date', () => ({ range, 'if-range': changedAt }), 206],
    [
      'If-Range with a later date',
      () => ({ range, 'if-range': 'Sun, 06 Nov 2022 08:49:37 GMT' }),
      200,
    ],
    ['If-Range with nonsense', () => ({ range, 'if-range': 'nonsense' }), 200],
    ['If-Range without a range', () => ({ 'if-range': '"other"' }), 200],
    [
      'If-Range with another tag and a range after the end',
      () => ({ range: 'bytes=99-', 'if-range': '"other"' }),
      200,
    ],
    ['If-None-Match with the tag', (tag: string) => ({ 'if-none-match': tag }), 304],
    ['If-None-Match with the weak tag', (tag: string) => ({ 'if-none-match': `W/${tag}` }), 304],
    ['If-None-Match with several', (tag: string) => ({ 'if-none-match': `"a", ${tag}` }), 304],
    ['If-None-Match with any', () => ({ 'if-none-match': '*' }), 304],
    ['If-None-Match with another', () => ({ 'if-none-match': '"a"' }), 200],
    [
      'If-None-Match with a longer one',
      (tag: string) => ({ 'if-none-match': `"a${tag.slice(1)}` }),
      200,
    ],
    ['If-None-Match before a range', (tag: string) => ({ 'if-none-match': tag, range }), 304],
    ['If-Match with the tag', (tag: string) => ({ 'if-match': tag }), 200],
    ['If-Match with any', () => ({ 'if-match': '*' }), 200],
    ['If-Match with another', () => ({ 'if-match': '"a"' }), 412],
    ['If-Match with another before a range', () => ({ 'if-match': '"a"', range }), 412],
    ['If-Modified-Since the date', () => ({ 'if-modified-since': changedAt }), 304],
    [
      'If-Modified-Since an earlier date',
      () => ({ 'if-modified-since': 'Sat, 05 Nov 1994 08:49:37 GMT' }),
      200,
    ],
    [
      'If-Modified-Since beside another tag',
      () => ({ 'if-modified-since': changedAt, 'if-none-match': '"a"' }),
      200,
    ],
    ['If-Unmodified-Since the date', () => ({ 'if-unmodified-since': changedAt }), 200],
    [
      'If-Unmodified-Since an earlier date',
      () => ({ 'if-unmodified-since': 'Sat, 05 Nov 1994 08:49:37 GMT' }),
      412,
    ],
  ])('%s', async (_name, toHeaders, expected) => {
    for (const path of ['data/small-1.bin', 'data/large-1.bin']) {
      const tag = String((await ask(path)).headers.etag)
      expect((await ask(path, toHeaders(tag))).status).toBe(expected)
    }
  })

  test('a tag is strong only for the bytes of the file itself', async () => {
    const plain = String((await ask('data/words-1.json')).headers.etag)
    const packed = await ask('data/words-1.json', { 'accept-encoding': 'gzip' })
    expect(plain).toMatch(/^"/)
    expect(packed.headers.etag).toBe(`W/${plain}`)
  })
})
