import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtProgram } from '#builder/testing/built-program.ts'
import { findNginx } from '../scripts/nginx.ts'
import { expect, test } from './fixtures.ts'
import { startNginx, type NginxServer } from './nginx-server.ts'

// End to end: the command line builds a site for a sub-path, nginx serves it as documented, a browser reads it.

const program = findNginx()
const base = '/sub/folder/'
/** The address Jekyll gave `2026-02-13-The comet, if the cloud allows.md`. */
const oldAddress = '2026-02-13/The-comet,-if-the-cloud-allows/'
const home = mkdtempSync(join(tmpdir(), 'broadsheet-hosted-'))
const site = join(home, 'site')

/** Path of some JavaScript or JSON file in a folder of the site. */
function findFile(folder: string): string {
  return `${folder}/${readdirSync(join(site, folder)).find((name) => /\.js(?:on)?$/.test(name)) ?? ''}`
}

test.describe('nginx under a sub-path', () => {
  test.skip(program === undefined, 'nginx is not installed here')
  test.describe.configure({ mode: 'serial' })
  let server: NginxServer | undefined
  let origin = ''

  test.beforeAll(async () => {
    const options = ['--pages', 'latest:3', '--redirects', 'pages']
    const args = ['build', 'examples/harbour-news', '--out', site, '--base', base]
    const built = spawnSync(process.execPath, [builtProgram, ...args, ...options])
    expect(built.status).toBe(0)
    server = await startNginx({ program: program ?? '', site, base })
    origin = server.origin
  })
  test.afterAll(async () => {
    await server?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  test('serves pages, data and assets with the right headers', async ({ request }) => {
    const headersOf = async (path: string, status = 200) => {
      const response = await request.get(`${origin}${base}${path}`)
      expect(`${path} ${response.status()}`).toBe(`${path} ${status}`)
      return response.headers()
    }
    const page = await headersOf('')
    expect(page).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'no-cache',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(page).not.toHaveProperty('access-control-allow-origin')
    for (const path of ['manifest.json', 'SHA256SUMS', findFile('data/timeline')]) {
      expect(await headersOf(path)).toMatchObject({ 'access-control-allow-origin': '*' })
    }
    expect(await headersOf(findFile('data/timeline'))).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(await headersOf('manifest.json')).toMatchObject({ 'cache-control': 'no-cache' })
    expect((await headersOf(findFile('assets')))['cache-control']).toContain('immutable')
    expect((await headersOf('nothing/here', 404))['cache-control']).toBe('no-cache')
    for (const path of ['_headers', '.broadsheet.json', 'data/nothing.json']) {
      await headersOf(path, 404)
    }
  })

  test('an article opens in a fresh browser, with and without a page of its own', async ({
    page,
    complaints,
  }) => {
    await page.goto(`${origin}${base}?sort=oldest`)
    const links = page.getByRole('main').getByRole('article').getByRole('link')
    const title = await links.first().textContent()
    const href = (await links.first().getAttribute('href')) ?? ''
    await page.goto(new URL(href, origin).href)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
    // The oldest has none: the host answers with its 404 page, which opens the article.
    expect((await page.request.get(new URL(href, origin).href)).status()).toBe(404)
    const [newest = ''] = readdirSync(join(site, 'posts')).toSorted().toReversed()
    const response = await page.goto(`${origin}${base}posts/${newest}/`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/404/.test(text)))
  })

  test('an old address reaches its post through the 404 page', async ({ page, complaints }) => {
    // The lower-case address has no page of its own.
    const response = await page.goto(`${origin}${base}${oldAddress.toLowerCase()}`)
    expect(response?.status()).toBe(404)
    await expect(page).toHaveURL(/posts\/2026-02-13-[a-z2-7]{8}$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('The comet')
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/404/.test(text)))
  })

  test('an old address reaches its post through its own page, without JavaScript', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const address of [oldAddress, oldAddress.slice(0, -1)]) {
      const response = await page.goto(`${origin}${base}${address}`)
      expect(response?.status()).toBe(200)
      await expect(page).toHaveURL(/posts\/2026-02-13-[a-z2-7]{8}\/$/)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('The comet')
    }
    await context.close()
  })
})
