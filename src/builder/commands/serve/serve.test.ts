import { get } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { toContentType } from '#builder/site/hosts/content-type.ts'
import { makeDevReload } from './dev-reload.ts'
import { makeSiteHandler } from './site-handler.ts'
import { toSiteTarget } from './site-path.ts'
import { startServer } from './start-server.ts'

const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }),
  'harbour/_posts/2020-01-02-b.md': makePostText({ title: 'Two', from: null }),
}

async function serveSite(base: string) {
  const { out } = await buildTestSite({ posts, base, pages: { latest: 1 } })
  const server = await startServer(makeSiteHandler({ folder: out, base }), {
    host: 'localhost',
    port: 0,
  })
  onTestFinished(() => server.close())
  return { out, origin: server.origin, files: [...(await readFolder(out)).keys()] }
}

/** Requests a path verbatim; `fetch` would normalize it. */
function ask(origin: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get(`${origin}/`, { path }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })
}

describe('toSiteTarget', () => {
  test.each([
    ['/', '/', 'page index.html'],
    ['/sub/', '/sub/', 'page index.html'],
    ['/sub/about', '/sub/', 'page about/index.html'],
    ['/sub/calendar', '/sub/', 'page calendar/index.html'],
    ['/sub/browse/', '/sub/', 'page browse/index.html'],
    ['/sub/browse/tag/tea-aaaaaaaaaa/2', '/sub/', 'page browse/tag/tea-aaaaaaaaaa/2/index.html'],
    ['/sub/posts/2020-01-01-aaaaaaaa', '/sub/', 'page posts/2020-01-01-aaaaaaaa/index.html'],
    ['/sub/posts/2020-01-01-aaaaaaaa/', '/sub/', 'page posts/2020-01-01-aaaaaaaa/index.html'],
    ['/manifest.json', '/', 'file manifest.json'],
    ['/2020-01-01/%E4%B8%AD/', '/', 'page 2020-01-01/中/index.html'],
    ['/2020/01/a%20b', '/', 'page 2020/01/a b/index.html'],
    ['/2020/01/a.html', '/', 'page 2020/01/a.html'],
    ['/posts/nonsense', '/', 'page posts/nonsense/index.html'],
    ['/favicon.svg', '/', 'file favicon.svg'],
    ['/_headers', '/', 'missing'],
    ['/.broadsheet.json', '/', 'missing'],
    ['/%2ebroadsheet.json', '/', 'missing'],
    ['/a/..%2f..%2fetc/passwd', '/', 'missing'],
    ['/a\\..\\b', '/', 'missing'],
    ['/%00', '/', 'missing'],
    ['/%E4%B8', '/', 'missing'],
    ['/other/', '/sub/', 'elsewhere'],
  ])('%s at %s is %s', (pathname, base, expected) => {
    const target = toSiteTarget(pathname, base)
    expect('path' in target ? `${target.kind} ${target.path}` : target.kind).toBe(expected)
  })
})

test('a site built for another host runs here, under as strict a policy', async () => {
  const address = 'https://archive.example'
  const { out } = await buildTestSite({ posts, base: '/sub/', origin: address })
  const server = await startServer(makeSiteHandler({ folder: out, base: '/sub/' }), {
    host: 'localhost',
    port: 0,
  })
  onTestFinished(() => server.close())
  const { body } = await ask(server.origin, '/sub/')
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(body)?.[1] ?? ''
  expect(policy).toContain(`script-src ${server.origin}/sub/assets/ 'sha256-`)
  expect(policy).toContain(`worker-src ${server.origin}/sub/assets/ ${server.origin}/sub/sw.js;`)
  expect(policy).not.toMatch(/archive\.example|upgrade-insecure-requests|'self' 'unsafe/)
  expect(body).toContain(`<link rel="canonical" href="${address}/sub/"`)
})

test('a site with mirrors lets its pages connect to them here, and no page of others read it', async () => {
  const { out } = await buildTestSite({ posts, mirrors: ['https://b.example/'] })
  const server = await startServer(makeSiteHandler({ folder: out, base: '/' }), {
    host: 'localhost',
    port: 0,
  })
  onTestFinished(() => server.close())
  const { headers } = await fetch(`${server.origin}/`)
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("connect-src 'self' https://b.example/;")
  const data = await fetch(`${server.origin}/manifest.json`)
  expect(data.headers.get('access-control-allow-origin')).toBe(null)
})

describe.each(['/', '/sub/folder/'])('a site at %s', (base) => {
  test('serves the reader at its routes, and 404 at unknown paths', async () => {
    const { origin, files } = await serveSite(base)
    const id = files.find((path) => path.startsWith('posts/'))?.split('/')[1] ?? ''
    const status = async (path: string) => (await ask(origin, base + path)).status
    expect(await status('')).toBe(200)
    expect(await status('about')).toBe(200)
    expect(await status('posts/2020-01-01-aaaaaaaa')).toBe(200)
    expect(await status('nonsense')).toBe(404)
    expect((await ask(origin, `${base}nonsense`)).body).toContain('id="root"')
    expect((await ask(origin, `${base}posts/${id}`)).body).toContain('<article')
    expect((await ask(origin, `${base}posts/2020-01-01-aaaaaaaa`)).body).not.toContain('<article')
  })

  test('caches data and hashed assets for ever, and revalidates the rest', async () => {
    const { origin, files } = await serveSite(base)
    for (const path of files.filter((name) => !name.startsWith('.') && name !== '_headers')) {
      const response = await fetch(origin + base + path)
      expect(response.status).toBe(200)
      const isForEver = /^data\/|^assets\/.*\.js$/.test(path)
      expect(response.headers.get('cache-control')).toBe(
        isForEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    }
  })

  test('sets types, compression and security headers', async () => {
    const { origin, files } = await serveSite(base)
    const headersOf = async (path: string) => (await fetch(origin + base + path)).headers
    const find = (pattern: RegExp) => files.find((path) => pattern.test(path)) ?? ''
    expect((await headersOf(find(/\.bin$/))).get('content-type')).toBe('application/octet-stream')
    expect((await headersOf(find(/bodies.*\.json$/))).get('content-type')).toContain(
      'application/json',
    )
    const headers = await headersOf(find(/^posts\//))
    expect(headers.get('content-encoding')).toMatch(/^(?:br|gzip)$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
  })

  test('S22 limits scripts to the site’s own assets by a header', async () => {
    const { origin } = await serveSite(base)
    const policy = (await fetch(origin + base)).headers.get('content-security-policy')
    expect(policy).toContain(`script-src ${origin}${base}assets/ 'sha256-`)
    expect(policy).toContain(`worker-src ${origin}${base}assets/ ${origin}${base}sw.js;`)
  })

  test('does not resend an unchanged page', async () => {
    const { origin } = await serveSite(base)
    const tag = (await fetch(origin + base)).headers.get('etag') ?? ''
    const again = await fetch(origin + base, {
      headers: { 'If-None-Match': tag },
      cache: 'no-store',
    })
    expect(again.status).toBe(304)
  })
})

test.each([
  ['feeds/atom.xml', 'application/atom+xml'],
  ['feeds/tag/sea-tjmynvdq3r.rss.xml', 'application/rss+xml'],
  ['feeds/feed.json', 'application/feed+json'],
  ['feeds/feeds.opml', 'text/x-opml'],
  ['site.webmanifest', 'application/manifest+json'],
  ['manifest.json', 'application/json'],
  ['sitemap.xml', 'application/xml'],
])('%s is served as %s', (path, type) => {
  expect(toContentType(path).replace('; charset=utf-8', '')).toBe(type)
})

test('serves feeds with their media types', async () => {
  const { out } = await buildTestSite({ posts, origin: 'https://archive.example' })
  const handler = makeSiteHandler({ folder: out, base: '/' })
  const server = await startServer(handler, { host: 'localhost', port: 0 })
  onTestFinished(() => server.close())
  const { headers } = await fetch(`${server.origin}/feeds/atom.xml`)
  expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-cache')
  expect((await fetch(`${server.origin}/robots.txt`)).status).toBe(200)
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/data/../../secret.txt',
  '/..%5csecret.txt',
  '//secret.txt',
  '/.broadsheet.json',
])('%s reaches no file', async (path) => {
  const home = await makeFolder({ 'secret.txt': 'SECRET' })
  const { out } = await buildTestSite({ posts, out: join(home, 'site') })
  const handler = makeSiteHandler({ folder: out, base: '/' })
  const server = await startServer(handler, { host: 'localhost', port: 0 })
  onTestFinished(() => server.close())
  const { status, body } = await ask(server.origin, path)
  expect(status).toBe(404)
  expect(body).not.toMatch(/SECRET|generations/)
})

test('allows GET and HEAD only', async () => {
  const { origin } = await serveSite('/')
  expect((await fetch(`${origin}/`, { method: 'POST', body: 'x' })).status).toBe(405)
})

test('redirects the root of the host to the site', async () => {
  const { origin } = await serveSite('/sub/')
  const response = await fetch(`${origin}/`)
  expect([response.status, response.url]).toEqual([200, `${origin}/sub/`])
})

test('uses the next port when one is taken', async () => {
  const first = await startServer(() => {}, { host: 'localhost', port: 0 })
  onTestFinished(() => first.close())
  const port = Number(new URL(first.origin).port)
  const second = await startServer(() => {}, { host: 'localhost', port })
  onTestFinished(() => second.close())
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(port)
})

test('prints the address with the base, and serves there', async () => {
  const { out } = await buildTestSite({ posts, base: '/sub/' })
  const { code } = await runMain(['serve', out, '--port', '0'], async (lines) => {
    const address = /http:\S+/.exec(lines.join('\n'))?.[0] ?? ''
    expect(address).toMatch(/\/sub\/$/)
    expect((await fetch(address)).status).toBe(200)
  })
  expect(code).toBe(0)
})

test('adds the reload script to every page of the dev server, as the policy allows', async () => {
  const { out } = await buildTestSite({ posts, base: '/sub/' })
  const reload = makeDevReload('/sub/')
  const changePage = (html: string) => reload.changePage(html)
  const site = makeSiteHandler({ folder: out, base: '/sub/', changePage })
  const server = await startServer(reload.wrap(site), { host: 'localhost', port: 0 })
  onTestFinished(() => server.close())
  const readBuild = async () => (await ask(server.origin, '/sub/assets/dev-reload')).body
  const readPageBuild = async () =>
    /src="\/sub\/assets\/dev-reload\.js\?([^"]+)"/.exec(
      (await ask(server.origin, '/sub/')).body,
    )?.[1]
  const before = await readBuild()
  expect(await readPageBuild()).toBe(before)
  expect((await ask(server.origin, `/sub/assets/dev-reload.js?${before}`)).body).toContain('reload')
  reload.reload()
  const after = await readBuild()
  expect(after).not.toBe(before)
  expect(await readPageBuild()).toBe(after)
})
