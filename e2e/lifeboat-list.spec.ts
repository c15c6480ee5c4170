import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { toFileAddress, watchRequests, writeLifeboat } from './lifeboat.ts'

// A list of the archive as one file, made by the command line and in the browser.

/** Opens the dialog for the list that is shown. */
async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Save this list as a file' }).click()
  return page.getByRole('dialog', { name: 'Save this list' })
}

/** Takes away what lets a page ask where a file is to be saved: headless browsers show no such dialog. */
async function withoutPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'showSaveFilePicker', { value: undefined })
  })
}

for (const query of ['gull', '茶 OR tea']) {
  test(`the reader makes the very file that the command line writes: ${query}`, async ({
    page,
  }) => {
    await withoutPicker(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`./?q=${encodeURIComponent(query)}`)
    const dialog = await openDialog(page)
    await expect(dialog.getByText(/^About \d+\.\d MB/)).toBeVisible()
    expect(asked.filter((path) => path.includes('assets/lifeboat-'))).toEqual([])
    await dialog.getByRole('button', { name: 'Make the file' }).click()
    const save = dialog.getByRole('button', { name: /^Save file \(\d\.\d MB\)$/ })
    await expect(save).toBeVisible()
    const coming = page.waitForEvent('download')
    await save.click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.html$/)
    const path = test.info().outputPath('by-command.html')
    writeLifeboat(path, { more: ['--query', query] })
    const [made, written] = [await download.path(), path].map((file) =>
      readFileSync(file, 'latin1'),
    )
    expect(made?.length).toBeGreaterThan(100_000)
    expect(made === written).toBe(true)
  })
}

test('a list that is given up while it is made leaves nothing, and can be made again', async ({
  page,
}) => {
  await withoutPicker(page)
  const held: (() => void)[] = []
  await page.route('**/data/bodies/**', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve))
    await route.continue().catch(() => undefined)
  })
  await page.goto('./?tag=birds')
  const dialog = await openDialog(page)
  const make = dialog.getByRole('button', { name: 'Make the file' })
  await make.click()
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(make).toBeVisible()
  await page.unroute('**/data/bodies/**')
  for (const release of held.splice(0)) release()
  await make.click()
  await expect(dialog.getByRole('button', { name: /^Save file \(/ })).toBeVisible()
})

test('a place that cannot be written to is cleared, and the failure is told', async ({
  page,
  complaints,
}) => {
  await page.addInitScript(() => {
    const handle = {
      createWritable: () =>
        Promise.resolve(
          new WritableStream({
            write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
          }),
        ),
      remove: () => {
        document.documentElement.dataset['removed'] = 'true'
        return Promise.resolve()
      },
    }
    Object.defineProperty(globalThis, 'showSaveFilePicker', {
      value: () => Promise.resolve(handle),
    })
  })
  await page.goto('./?tag=birds')
  const dialog = await openDialog(page)
  await dialog.getByRole('button', { name: 'Make the file' }).click()
  await dialog.getByRole('button', { name: /^Save file \(/ }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-removed', 'true')
  expect(complaints.splice(0)).toEqual([])
})

test('a post that a list as a file does not have is named as such, with its original', async ({
  page,
}) => {
  const path = test.info().outputPath('part.html')
  writeLifeboat(path, { more: ['--query', 'tag:birds'] })
  const asked = watchRequests(page)
  await page.goto(toFileAddress(path))
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()
  await page.goto(`${toFileAddress(path)}#/about`)
  await expect(page.getByRole('heading', { name: 'This copy' })).toBeVisible()
  await expect(page.getByText(/^3 of the 58 posts of the archive: tag:birds\./)).toBeVisible()
  await page.goto(`${toFileAddress(path)}#/posts/2020-01-01-abcdefgh`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This post is not in this copy')
  await page.getByRole('link', { name: 'Go to the timeline' }).click()
  await page.getByRole('main').getByRole('article').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const related = page.getByRole('region', { name: 'More on this' }).getByRole('link')
  await expect(related.first()).toBeVisible()
  for (const link of await related.all()) {
    const href = (await link.getAttribute('href')) ?? ''
    await page.goto(`${toFileAddress(path)}${href}`)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    if ((await heading.textContent()) !== 'This post is not in this copy') continue
    await expect(page.getByRole('link', { name: 'Read the original' })).toHaveAttribute(
      'href',
      /^https?:\/\//,
    )
    expect(asked).toEqual([])
    return
  }
  throw new Error('no related post is outside of the copy')
})
