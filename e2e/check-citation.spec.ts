import { readFileSync, writeFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { writeLifeboat } from './lifeboat.ts'
import { sitesFolder } from './site-builds.ts'
import { sites } from './sites.ts'

const file = 'examples/tea-notes/archived/2014-02-04/2014-02-04-雪还没有化的茶园.md'
const name = '2014-02-04-雪还没有化的茶园.md'
const title = '雪还没有化的茶园'
const original = 'https://tea.saltmere.example/node/204'
const sha256 = '02351bc7335e66d61a29456cd93da1d45f62eca7b145b5708fe8a08d0eef5a83'

async function openCheck(page: Page, site = sites.examplesInSubfolder): Promise<void> {
  await page.goto(`${site}about/`)
  await page.getByRole('link', { name: 'Check a citation, a file or a copy' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a citation')
}

async function checkText(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Link, citation or quotation' }).fill(text)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}

const chooser = (page: Page) => page.getByLabel('Or a file')

test('a link of the archive, of the original and a whole citation lead to the post', async ({
  page,
}) => {
  await openCheck(page)
  const main = page.getByRole('main')
  for (const text of [
    original,
    `${original.replace('https', 'http')}/#top`,
    `${sites.examplesInSubfolder}posts/2014-02-04-utopvrxq`,
  ]) {
    await checkText(page, text)
    await expect(main.getByText('Here: 1 post of this archive is at this address.')).toBeVisible()
    await expect(main.getByRole('link', { name: title })).toBeVisible()
    await expect(main.getByText(sha256)).toBeVisible()
  }
  await expect(main.getByText(/^What is called the same here was in build \w{26}/)).toBeVisible()
  await expect(main.getByText('The archive is not signed')).toBeVisible()

  await checkText(page, `Original article: ${original}\nSHA-256 of the file: ${sha256}`)
  await expect(main.getByText('The SHA-256 in the citation is that of its source')).toBeVisible()
  await checkText(page, `Original article: ${original}\nSHA-256: ${'0'.repeat(64)}`)
  await expect(main.getByText('The SHA-256 in the citation is not that')).toBeVisible()
  await checkText(page, 'https://nowhere.example/#/posts/2014-02-04-utopvrxq')
  await expect(main.getByText('Not here: no post of this archive is at this')).toBeVisible()
  await expect(main.getByText('What is called the same here')).toBeHidden()
  await expect(main.getByRole('link', { name: title })).toBeHidden()
})

test('a quotation is the same, alike, another version, or not here', async ({ page }) => {
  await openCheck(page)
  const main = page.getByRole('main')
  await checkText(page, '茶树不怕雪，怕的是雪化得太快')
  await expect(main.getByText('The same, word for word.')).toBeVisible()
  await expect(main.getByRole('link', { name: title })).toBeVisible()
  await checkText(page, '茶樹不怕雪：怕的是雪化得太快')
  await expect(main.getByText('The same words: only case, signs')).toBeVisible()
  await checkText(page, '立春那天，盐湄后山的茶园还压着大雪。老沈说，茶树不怕雪，怕的是雪化得太快')
  await expect(main.getByText('Another version: struck through')).toBeVisible()
  await expect(main.getByRole('insertion')).toHaveText('added: 大')
  await checkText(page, 'he insulation from a single metre of cabl')
  await expect(main.getByText('The same letters, but they begin or end within')).toBeVisible()
  await expect(main.getByRole('deletion')).toHaveText(['removed: t', 'removed: e'])
  await checkText(page, 'Nobody in this archive ever wrote these words down in a row')
  await expect(main.getByText('Not here: no post of this archive holds')).toBeVisible()
  await expect(main.getByText('What is called the same here')).toBeHidden()
  await checkText(page, '海'.repeat(20_001))
  await expect(main.getByText('Only the first 20,000 characters are checked')).toBeVisible()
})

test('A10 a file is the same, another version, or not here; nothing of it is shown as a page', async ({
  page,
}) => {
  await openCheck(page)
  const main = page.getByRole('main')
  await chooser(page).setInputFiles(file)
  await expect(main.getByText('The same: this post was made from a file with')).toBeVisible()
  await expect(main.getByText(`SHA-256 of the file chosen: ${sha256}`)).toBeVisible()

  const text = readFileSync(file, 'utf8')
  const buffer = Buffer.from(
    `${text.replace('茶树不怕雪', '茶树最怕雪')}<img src=x onerror="document.title = 'run'">`,
  )
  await chooser(page).setInputFiles({ name, mimeType: 'text/markdown', buffer })
  await expect(main.getByText('Another version: the archive has this post')).toBeVisible()
  await expect(main.getByRole('deletion')).toHaveText('removed: 不')
  await expect(main.getByRole('insertion').first()).toHaveText('added: 最')
  await expect(main.getByText('onerror=')).toBeVisible()
  expect(await main.locator('img').count()).toBe(0)
  await expect(page).not.toHaveTitle('run')

  const utf16 = Buffer.from(buffer.toString(), 'utf16le')
  await chooser(page).setInputFiles({ name, mimeType: 'text/markdown', buffer: utf16 })
  await expect(main.getByText(/^SHA-256 of the file chosen: /)).not.toContainText(sha256)
  await expect(main.getByRole('deletion')).toHaveText('removed: 不')

  const mimeType = 'text/markdown'
  const other = Buffer.from('---\ndate: 2014-02-04\n---\nOther words.')
  await chooser(page).setInputFiles({ name: '2014-02-04-x.md', mimeType, buffer: other })
  await expect(main.getByText(/^Not here: \d+ posts were compared/)).toBeVisible()
  await expect(main.getByText(/^The other \d+ posts were not compared with it/)).toBeVisible()
  await expect(main.getByText('What is called the same here')).toBeHidden()
  const undated = Buffer.from('---\ndate: 1914-02-04\n---\nOther words.')
  await chooser(page).setInputFiles({ name: 'x.md', mimeType, buffer: undated })
  await expect(main.getByText(/^Not compared: neither the name nor the/)).toBeVisible()
})

test('words that cannot be loaded are said and asked for again, not left out', async ({
  page,
  complaints,
}) => {
  let isBroken = true
  await page.route(/\/assets\/en-[^/]*\.js/, async (route) => {
    const response = await route.fetch()
    const isOfProof = (await response.text()).includes('Link, citation or quotation')
    await (isBroken && isOfProof ? route.abort() : route.fulfill({ response }))
  })
  await page.goto(`${sites.examplesInSubfolder}about/`)
  await page.getByRole('link', { name: 'Check a citation, a file or a copy' }).click()
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  isBroken = false
  await again.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a citation')
  expect(complaints.splice(0)).not.toEqual([])
})

test('a file of a site without source files is compared with the article', async ({ page }) => {
  await openCheck(page, sites.examples)
  const main = page.getByRole('main')
  const buffer = Buffer.from(readFileSync(file, 'utf8').replace('茶树不怕雪', '茶树最怕雪'))
  await chooser(page).setInputFiles({ name, mimeType: 'text/markdown', buffer })
  await expect(main.getByText('The site does not hold its source files.')).toBeVisible()
  await expect(main.getByRole('deletion').filter({ hasText: '最' })).toBeVisible()
})

test('A10 a lifeboat is opened as data: whole, damaged and of another program', async ({ page }, {
  outputDir,
}) => {
  const path = `${outputDir}-boat.html`
  writeLifeboat(path, { site: `${sitesFolder}/examples-in-subfolder` })
  const whole = readFileSync(path, 'utf8')
  await openCheck(page)
  const main = page.getByRole('main')
  await chooser(page).setInputFiles(path)
  await expect(
    main.getByText(/^A copy of an archive, and whole: \d+ files proven\.$/),
  ).toBeVisible()
  await expect(main.getByText('That is the build of this page.')).toBeVisible()

  const refresh = '<meta http-equiv="refresh" content="0;url=https://evil.example/">'
  writeFileSync(path, whole.replace('</head>', `${refresh}</head>`))
  await chooser(page).setInputFiles([])
  await chooser(page).setInputFiles(path)
  await expect(main.getByRole('listitem')).toHaveText([
    /^Its page is not, byte for byte, what this/,
  ])
  await expect(main.getByText('Whole means undamaged')).toBeHidden()

  const other = whole
    .replace(/(id="broadsheet-volume-2">.{40})./, '$1!')
    .replace('<body>', '<body><script>document.title = "run"</script>')
    .replace("default-src 'none'", "script-src 'unsafe-inline'")
    .replace(/<p id="broadsheet-end"[^]*$/, '')
  writeFileSync(path, other)
  await chooser(page).setInputFiles([])
  await chooser(page).setInputFiles(path)
  await expect(main.getByText('A copy of an archive with 3 faults:')).toBeVisible()
  await expect(main.getByRole('listitem')).toHaveText([
    'Its reader is not the one of this site: open it only if you trust who made it.',
    'It ends before its last part.',
    /^Part 2 is damaged: \d+ posts cannot be shown\.$/,
  ])
  await expect(page).not.toHaveTitle('run')
})

for (const theme of ['light', 'dark', 'sepia']) {
  test(`axe finds no violations in a checked quotation, ${theme}`, async ({ page }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem('broadsheet.settings', JSON.stringify({ theme: chosen }))
    }, theme)
    await page.setViewportSize({ width: 390, height: 900 })
    await page.goto(`${sites.examplesInSubfolder}about/check/`)
    await checkText(page, '立春那天，盐湄后山的茶园还压着大雪。老沈说，茶树不怕雪，怕的是')
    await expect(page.getByRole('insertion')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
}
