import { gzipSync } from 'node:zlib'
import { toBase85Bytes } from '#shape/lifeboat/base85.ts'
import { expect, test } from './fixtures.ts'
import {
  toFileAddress,
  walkLifeboat,
  watchRequests,
  writeDamaged,
  writeLifeboat,
} from './lifeboat.ts'

// The archive as one file, opened from disk: no host, no server.

let path = ''

test.beforeAll(() => {
  path = test.info().outputPath('examples.html')
  writeLifeboat(path)
})

test('L2 a lifeboat opens from disk, and is read, filtered and searched without a request', async ({
  page,
}) => {
  await walkLifeboat(page, toFileAddress(path))
})

test('every search of a lifeboat has the hits that the site has', async ({ page }) => {
  for (const query of [
    'gull',
    'tea',
    '茶',
    'harbour -birds',
    '"sea wall"',
    'tag:birds',
    'title:tea',
  ]) {
    const counts: string[] = []
    for (const address of [`./?q=`, `${toFileAddress(path)}#/?q=`]) {
      await page.goto(address + encodeURIComponent(query), { waitUntil: 'load' })
      const status = page.getByRole('status').filter({ hasText: /^[\d,]+ posts?$/ })
      await expect(status).toBeVisible()
      counts.push((await status.textContent()) ?? '')
    }
    expect(counts, query).toEqual([counts[0], counts[0]])
  }
})

test('a lifeboat that was cut off says how many posts it lost, and shows the others', async ({
  page,
}) => {
  const address = writeDamaged(path, 'cut', (text) =>
    text.slice(0, text.indexOf('id="broadsheet-volume-2"') + 2_000),
  )
  await page.goto(address)
  await expect(page.getByRole('status').filter({ hasText: 'incomplete' })).toHaveText(
    /ends before its last part\. .* \d+ of 61 posts are missing\./,
  )
  await page.getByRole('main').getByRole('article').getByRole('link').first().click()
  await expect(page.getByRole('alert')).toContainText('This copy is incomplete')
})

test('a lifeboat with a damaged part says so where it is missing, and nothing of the part is shown', async ({
  page,
}) => {
  const address = writeDamaged(path, 'damaged', (text) => {
    const at = text.indexOf('>', text.indexOf('id="broadsheet-volume-2"')) + 5_000
    return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  })
  await page.goto(address)
  await page.getByRole('main').getByRole('article').getByRole('link').first().click()
  await expect(page.getByRole('alert')).toContainText('A part of this copy is damaged.')
})

test('L4 a kept picture is shown, but not where a bit of it is another', async ({
  page,
  complaints,
}) => {
  const asked = watchRequests(page)
  const article = '#/posts/2016-11-14-seupccnv'
  await page.goto(`${toFileAddress(path)}${article}`)
  const picture = page.getByRole('article').getByRole('img')
  await expect(picture).toHaveJSProperty('naturalWidth', 960)
  const address = writeDamaged(path, 'picture', (text) => {
    const at = text.lastIndexOf('</script>') - 5_000
    return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  })
  await page.goto('about:blank')
  await page.goto(`${address}${article}`)
  await expect(page.getByRole('button', { name: /^Show picture/ })).toBeVisible()
  await expect(picture).toHaveCount(0)
  expect(asked).toEqual([])
  expect(complaints.splice(0)).toEqual([])
})

test('L1 a lifeboat runs no script but its own', async ({ page, complaints }) => {
  const asked = watchRequests(page)
  const address = writeDamaged(path, 'attacked', (text) =>
    text.replace(
      '<div id="root">',
      '<script>globalThis.bitten = 1</script><img src="https://evil.example/x.png" onerror="globalThis.bitten = 1" hidden><div id="root">',
    ),
  )
  await page.goto(address)
  await expect(page.getByText('58 posts', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => 'bitten' in globalThis)).toBe(false)
  expect(asked.filter((url) => !url.endsWith('x.png'))).toEqual([])
  expect(complaints.splice(0).some((text) => text.includes('Content Security Policy'))).toBe(true)
})

test('L1 a lifeboat starts no search worker but its own: it lists the titles', async ({
  page,
  complaints,
}) => {
  const other = Buffer.from(toBase85Bytes(gzipSync('fetch("https://evil.example/")'))).toString()
  const address = writeDamaged(path, 'other-worker', (text) =>
    text.replace(/( id="broadsheet-worker">)[^<]*/, (_, tag: string) => `${tag}${other}`),
  )
  const asked = watchRequests(page)
  await page.goto(`${address}#/?q=gull`)
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(58)
  expect(page.workers()).toEqual([])
  expect(asked).toEqual([])
  expect(complaints.splice(0)).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a lifeboat lists every title with its day and its original', async ({ page }) => {
    await page.goto(toFileAddress(path))
    const items = page.getByRole('listitem')
    await expect(items).toHaveCount(58)
    await expect(items.first()).toContainText(/^\d{4}-\d\d-\d\d \S/)
    await expect(page.getByText('Without JavaScript')).toBeVisible()
    expect(await page.getByRole('link', { name: 'original' }).count()).toBeGreaterThan(40)
  })
})
