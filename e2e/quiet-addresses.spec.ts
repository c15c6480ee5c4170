import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { broadsheet } from './site-builds.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Builds the examples with quiet addresses and serves them, with a log of all that a host can log. */
async function openQuietSite() {
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-quiet-'))
  const folder = join(home, 'site')
  const posts = ['examples/harbour-news', 'examples/tea-notes']
  const built = broadsheet(['build', ...posts, '--out', folder, '--quiet-addresses'])
  expect(await once(built, 'exit')).toEqual([0, null])
  const log: string[] = []
  const server = createServer((request: IncomingMessage, response) => {
    const { url = '/', headers } = request
    log.push(`${url} ${JSON.stringify(headers)}`)
    const { pathname } = new URL(url, 'http://site.example')
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    try {
      const bytes = readFileSync(join(folder, decodeURIComponent(path)))
      response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
      response.end(bytes)
    } catch {
      response.writeHead(extname(path) === '' ? 301 : 404, { Location: `${pathname}/` }).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    log,
    close: () => {
      server.closeAllConnections()
      server.close()
      rmSync(home, { recursive: true })
    },
  }
}

test('S26 with quiet addresses no request of a walk holds a word of a search or a filter', async ({
  page,
}) => {
  const site = await openQuietSite()
  await page.goto(site.address)
  await page.getByRole('searchbox', { name: 'Search' }).fill('lanterns')
  await page.keyboard.press('Enter')
  const found = page
    .getByRole('main')
    .getByRole('link', { name: /lights came back/ })
    .first()
  await expect(found).toBeVisible()
  expect(page.url()).toBe(`${site.address}#?q=lanterns`)
  await found.click()
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
  await page.goBack()
  await expect(found).toBeVisible()
  expect(page.url()).toBe(`${site.address}#?q=lanterns`)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'lanterns' })).toBeVisible()
  await expect(found).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()

  // A filter from the article, the calendar of it, and every link that the pages show.
  await page.getByRole('article').getByRole('link', { name: 'Harbour Desk' }).first().click()
  await expect(page).toHaveURL(`${site.address}#?author=Harbour+Desk`)
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await expect(page).toHaveURL(`${site.address}calendar#?author=Harbour+Desk`)
  await expect(page.getByRole('button', { name: /2020/ }).first()).toBeVisible()
  const hrefs = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(hrefs.filter((href) => /^[^#]*\?/.test(href))).toEqual([])

  const first = await (await page.request.get(site.address)).text()
  expect(first).not.toMatch(/href="[^"#]*\?/)

  // A link that opens in a page of its own, as by a middle click.
  await page.goto(`${site.address}?unrelated`, { waitUntil: 'commit' })
  await page.goto(`${site.address}#?q=lanterns&author=Harbour+Desk`)
  await expect(found).toBeVisible()

  expect(site.log.length).toBeGreaterThan(20)
  expect(
    site.log.filter((line) => /lantern|Harbour(?:\+|%20| )Desk|[?&](?:q|author)=/i.test(line)),
  ).toEqual([])

  // Of an old link the request of the page has the query, and nothing after it.
  site.log.length = 0
  await page.goto(`${site.address}?q=lanterns`)
  await expect(found).toBeVisible()
  expect(page.url()).toBe(`${site.address}#?q=lanterns`)
  expect(site.log.filter((line) => line.includes('lantern'))).toHaveLength(1)
  await page.getByRole('link', { name: 'About' }).click()
  await page.goBack()
  await expect(found).toBeVisible()
  expect(site.log.filter((line) => line.includes('lantern'))).toHaveLength(1)
  site.close()
})

test('S26 a list is shared as a link, opened and kept elsewhere, and no request holds a word or a post of it', async ({
  page,
  browser,
  context,
}) => {
  const site = await openQuietSite()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(site.address)
  const rows = page.getByRole('main').getByRole('article')
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  await expect(rows.first().getByRole('button', { name: 'Put on a list' })).toBeAttached()
  const titles = (await rows.getByRole('link').allTextContents()).slice(0, 3)
  for (const title of titles) {
    await page.keyboard.press('j')
    await expect(rows.getByRole('link', { name: title, exact: true }).first()).toBeFocused()
    await page.keyboard.press('x')
  }
  await page.getByRole('button', { name: 'Lists', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('<b>Zebras</b> & storms')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: /Zebras.*3/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Saved' }).click()
  await page
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: /Zebras/ })
    .click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText(/Link copied/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(new RegExp(`^${site.address}#\\?ids=`))

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  // A post that this archive does not have, and a piece that is none.
  await other.goto(link.replace('ids=', 'ids=001abcdefgh.x.'))
  await expect(other).toHaveTitle(/^<b>Zebras<\/b> & storms · in its own order/)
  const shown = other.getByRole('main').getByRole('article').getByRole('link')
  await expect(shown).toHaveText(titles)
  await expect(other.getByText('1 of its posts is not in this archive.')).toBeVisible()
  await expect(other.getByText(/could not be read or were too many: 1/)).toBeVisible()
  await other.getByRole('button', { name: 'Add to my lists' }).click()
  await expect(other).toHaveURL(/#\?saved=\w+&sort=own$/)
  await expect(shown).toHaveText(titles)
  await expect(other.getByText('1 post of this list is not in the archive')).toBeVisible()
  await other.reload()
  await expect(shown).toHaveText(titles)
  await elsewhere.close()

  expect(site.log.length).toBeGreaterThan(20)
  const ids = new URL(link).hash.match(/[a-z2-7]{8}(?=[._])/g) ?? []
  expect(ids).toHaveLength(3)
  const said = new RegExp(`zebra|[?&](?:ids|saved)=|${ids.join('|')}`, 'i')
  expect(site.log.filter((line) => said.test(line))).toEqual([])
  site.close()
})
