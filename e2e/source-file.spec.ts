import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

const file = 'tea-notes/archived/2014-02-04/2014-02-04-雪还没有化的茶园.md'
const post = 'posts/2014-02-04-utopvrxq'

const readExample = () => readFile(`examples/${file}`)

test('A16 the source file of an article is shown, proven, marked and saved', async ({ page }) => {
  const bytes = await readExample()
  await page.goto(`${sites.examplesInSubfolder}${post}`)
  await page.getByText('Other fields of the mirrored file').click()
  await page.getByRole('link', { name: 'Show the source file' }).click()
  await expect(page).toHaveURL(/\?show=source$/)
  const source = page.getByRole('region', { name: 'Source file' })
  await expect(source.getByRole('heading', { name: 'Source file' })).toBeFocused()
  await expect(source.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible()
  await expect(source.getByText('This browser has computed the hash')).toBeVisible()
  // What was a comment at the source, and no part of the article.
  await expect(source.getByRole('deletion').filter({ hasText: '便宜机票' })).toBeVisible()
  await expect(source.getByRole('deletion').filter({ hasText: '立春' })).toBeHidden()
  expect(await source.locator('pre').textContent()).toBe(bytes.toString())

  const saving = page.waitForEvent('download')
  await source.getByRole('button', { name: 'Save the file' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('2014-02-04-雪还没有化的茶园.md')
  expect(await readFile(await saved.path())).toEqual(bytes)

  await source.getByRole('link', { name: 'Back to the article' }).click()
  await expect(page).toHaveURL(/\/posts\/[^?]+$/)
  await expect(page.getByText('立春那天')).toBeVisible()
  await expect(source).toBeHidden()
})

test('a source file that the host has changed is not shown', async ({ page }) => {
  await page.route('**/data/sources/*', async (route) => {
    const response = await route.fetch()
    const body = (await response.body()).fill(65)
    await route.fulfill({ response, body })
  })
  await page.goto(`${sites.examplesInSubfolder}${post}?show=source`)
  await expect(page.getByRole('alert')).toContainText('data/sources/')
  await expect(page.locator('pre')).toBeHidden()
})

test('a site without source files says so, and where the original is', async ({ page }) => {
  await page.goto(`${sites.examples}${post}?show=source`)
  await expect(page.getByText('This site does not hold the source files')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Original article', exact: true })).toHaveAttribute(
    'href',
    'https://tea.saltmere.example/node/204',
  )
  await page.goto(`${sites.examples}${post}`)
  await page.getByText('Other fields of the mirrored file').click()
  await expect(page.getByText('the file itself is not part of this site')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Show the source file' })).toBeHidden()
})

for (const theme of ['light', 'dark', 'sepia']) {
  test(`axe finds no violations in a source file, ${theme}`, async ({ page }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem('broadsheet.settings', JSON.stringify({ theme: chosen }))
    }, theme)
    await page.goto(`${sites.examplesInSubfolder}${post}?show=source`)
    await expect(page.getByRole('deletion').first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
  })
}
