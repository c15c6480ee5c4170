import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { patienceMs } from '#testing/patience.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import {
  cutShort,
  endless,
  openPictureServer,
  silent,
  stalling,
  toRedirect,
  toStatus,
  type PictureRoutes,
} from '#builder/testing/picture-server.ts'
import { downloadBytes } from './download-bytes.ts'

const png = makePicture('png')
const bounds = {
  maxBytes: 200_000,
  timeoutMs: patienceMs,
  userAgent: 'Broadsheet/test',
  accept: 'image/png',
}

async function fetchFrom(routes: PictureRoutes, path = '/a.png', options = bounds) {
  const server = await openPictureServer(routes)
  const got = await downloadBytes(`https://pictures.example${path}`, options, server.network)
  return { got, ...server }
}

test('N2 fetches bytes without cookies or a referrer, and sends User-Agent and Accept', async () => {
  const { got, headers, asked } = await fetchFrom({ '/a.png?w=1': png }, '/a.png?w=1#part')
  expect(got).toEqual(png)
  expect(asked).toEqual(['pictures.example/a.png?w=1'])
  expect(headers[0]).toMatchObject({ 'user-agent': 'Broadsheet/test', accept: 'image/png' })
  expect(Object.keys(headers[0] ?? {})).not.toContain('referer')
  expect(Object.keys(headers[0] ?? {})).not.toContain('cookie')
})

test('sends no cookie after a redirect', async () => {
  const { got, headers } = await fetchFrom({
    '/a.png': toStatus(302, { Location: '/b.png', 'Set-Cookie': 'id=1' }),
    '/b.png': png,
  })
  expect(got).toEqual(png)
  expect(Object.keys(headers[1] ?? {})).not.toContain('cookie')
})

describe('N3 hosts that misbehave', () => {
  test.each<[string, PictureRoutes, object]>([
    ['not found', { '/a.png': toStatus(404) }, { reason: 'status', detail: '404' }],
    ['gone', { '/a.png': toStatus(410) }, { reason: 'status', detail: '410' }],
    ['server error', { '/a.png': toStatus(500) }, { reason: 'status', detail: '500' }],
    [
      'not modified, although not asked',
      { '/a.png': toStatus(304) },
      { reason: 'status', detail: '304' },
    ],
    [
      'busy',
      { '/a.png': toStatus(429, { 'Retry-After': '7' }) },
      { reason: 'status', detail: '429', retryAfterMs: 7_000 },
    ],
    ['an endless body', { '/a.png': endless }, { reason: 'tooLarge' }],
    [
      'a Content-Length that is too large',
      { '/a.png': toStatus(200, { 'Content-Length': '999999999' }) },
      { reason: 'tooLarge' },
    ],
    ['a truncated body', { '/a.png': cutShort }, { reason: 'cutOff' }],
    [
      'a connection closed at once',
      { '/a.png': (request) => request.socket.destroy() },
      { reason: 'connection' },
    ],
    [
      'a response that is not HTTP',
      { '/a.png': (request) => request.socket.end('SSH-2.0-OpenSSH\r\n') },
      { reason: 'connection' },
    ],
    [
      'a compressed body',
      {
        '/a.png': (_, response) =>
          response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(9e6))),
      },
      { reason: 'encoded', detail: 'gzip' },
    ],
    ['a redirect loop', { '/a.png': toRedirect('/a.png') }, { reason: 'redirects' }],
    [
      'a redirect to an invalid address',
      { '/a.png': toRedirect('https://') },
      { reason: 'address' },
    ],
    ['a redirect without Location', { '/a.png': toStatus(302) }, { reason: 'status' }],
  ])('%s', async (_, routes, failure) => {
    expect((await fetchFrom(routes)).got).toMatchObject(failure)
  })

  test.each([
    ['never answers', silent],
    ['stops after the first bytes', stalling],
  ])('times out on a host that %s', async (_, route) => {
    const { got } = await fetchFrom({ '/a.png': route }, '/a.png', { ...bounds, timeoutMs: 150 })
    expect(got).toMatchObject({ reason: 'timeout' })
  })

  test('times out on a name server that never answers', async () => {
    const { network } = await openPictureServer({})
    const slow = { ...network, resolve: () => new Promise<string[]>(() => {}) }
    const options = { ...bounds, timeoutMs: 100 }
    expect(await downloadBytes('https://pictures.example/a.png', options, slow)).toMatchObject({
      reason: 'timeout',
    })
  })

  test('follows at most five redirects', async () => {
    const way = (steps: number): PictureRoutes =>
      Object.fromEntries([
        ...Array.from({ length: steps }, (_, at) => [`/${at}`, toRedirect(`/${at + 1}`)] as const),
        [`/${steps}`, png],
      ])
    expect((await fetchFrom(way(5), '/0')).got).toEqual(png)
    expect((await fetchFrom(way(6), '/0')).got).toMatchObject({ reason: 'redirects' })
  })
})

describe('N1 refuses SSRF', () => {
  test.each([
    ['a name that resolves to a private address', 'https://inside.example/a.png', 'privateNetwork'],
    ['a name with a public and a private address', 'https://both.example/a.png', 'privateNetwork'],
    ['a name without addresses', 'https://nothing.example/a.png', 'unknownHost'],
    [
      'the metadata service of a cloud',
      'http://169.254.169.254/latest/meta-data',
      'privateNetwork',
    ],
    ['an address as one number', 'http://2886794241/a.png', 'privateNetwork'],
    ['an address in octal', 'http://0254.020.0.1/a.png', 'privateNetwork'],
    ['an IPv6 address', 'http://[::1]/a.png', 'privateNetwork'],
    ['IPv4 in IPv6', 'http://[::ffff:10.0.0.1]/a.png', 'privateNetwork'],
    ['another port', 'https://pictures.example:8443/a.png', 'address'],
    ['another scheme', 'ftp://pictures.example/a.png', 'address'],
    ['a file', 'file:///etc/passwd', 'address'],
    ['a user name', 'https://user:word@pictures.example/a.png', 'address'],
  ])('%s: %s', async (_, address, reason) => {
    const server = await openPictureServer({ '/a.png': png, '/go': toRedirect(address) })
    server.names.set('inside.example', ['192.168.1.10'])
    server.names.set('both.example', ['127.0.0.1', '10.0.0.1'])
    server.names.set('nothing.example', [])
    const { network, asked } = server
    expect(await downloadBytes(address, bounds, network)).toMatchObject({ reason })
    expect(asked).toEqual([])
    const go = 'https://pictures.example/go'
    expect(await downloadBytes(go, bounds, network)).toMatchObject({ reason })
    expect(asked).toEqual(['pictures.example/go'])
  })

  test('refuses an address that is not a URL', async () => {
    const { network } = await openPictureServer({})
    expect(await downloadBytes('pictures', bounds, network)).toMatchObject({ reason: 'address' })
  })

  test('resolves a name once per request, so DNS rebinding fails', async () => {
    const { network, asked } = await openPictureServer({ '/a.png': png })
    let questions = 0
    const rebinding = {
      ...network,
      resolve: async () => (questions++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']),
    }
    const fetchIt = () => downloadBytes('https://turncoat.example/a.png', bounds, rebinding)
    expect(await fetchIt()).toEqual(png)
    expect(await fetchIt()).toMatchObject({ reason: 'privateNetwork', detail: '10.0.0.1' })
    expect([questions, asked.length]).toEqual([2, 1])
  })

  test('checks the remote address of the response as well', async () => {
    const { network } = await openPictureServer({ '/a.png': png })
    // A network that connects to another address than the one it was given.
    const other = { ...network, isAllowed: (address: string) => address === '1.1.1.1' }
    const lying = {
      ...other,
      resolve: async () => ['1.1.1.1'],
      request: (url: URL, options: object) =>
        network.request(url, {
          ...options,
          lookup: (_host, _options, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]),
        }),
    }
    expect(await downloadBytes('https://a.example/a.png', bounds, lying)).toEqual({
      reason: 'privateNetwork',
      detail: '127.0.0.1',
    })
  })
})
