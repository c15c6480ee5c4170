import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makeSiteHandler } from './site-handler.ts'
import { startServer } from './start-server.ts'

const files = {
  'data/search/small-1.bin': 'block '.repeat(100),
  'data/search/large-1.bin': 'block '.repeat(100_000),
  'data/bodies/rows.json': JSON.stringify({ rows: 'row '.repeat(1_000) }),
  'data/bodies/empty.json': '',
}

async function serveFiles(): Promise<string> {
  const folder = await makeFolder(files)
  const server = await startServer(makeSiteHandler({ folder, base: '/' }), {
    host: 'localhost',
    port: 0,
  })
  onTestFinished(() => server.close())
  return `${server.origin}/`
}

test.each(Object.entries(files))(
  'sends %s in one piece, and responds 304 the second time',
  async (path, text) => {
    const site = await serveFiles()
    const first = await fetch(site + path)
    expect([first.status, await first.text()]).toEqual([200, text])
    const tag = first.headers.get('etag') ?? ''
    const head = await fetch(site + path, { method: 'HEAD' })
    for (const name of ['etag', 'last-modified', 'cache-control', 'content-type']) {
      expect(first.headers.get(name)).toBe(head.headers.get(name))
    }
    const again = await fetch(site + path, { headers: { 'If-None-Match': tag }, cache: 'no-store' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  },
)

test.each(['data/search/small-1.bin', 'data/search/large-1.bin'])(
  'answers range and HEAD requests for %s',
  async (path) => {
    const site = await serveFiles()
    const part = await fetch(site + path, { headers: { Range: 'bytes=6-10' } })
    expect([part.status, await part.text()]).toEqual([206, 'block'])
    const head = await fetch(site + path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-type')).toBe('application/octet-stream')
  },
)

test.each(['data/search/none-1.bin', 'data/search', 'data/bodies/rows.json/x'])(
  'responds 404 to %s, which is not a file',
  async (path) => {
    expect((await fetch((await serveFiles()) + path)).status).toBe(404)
  },
)
