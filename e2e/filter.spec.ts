import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** How many posts the list says it holds. */
async function readCount(page: Page): Promise<number> {
  const text = await page.getByRole('main').getByRole('status').first().textContent()
  return Number(text?.replaceAll(/\D/g, ''))
}

async function openGroup(page: Page, name: string) {
  const filter = page.getByRole('complementary', { name: 'Filters' })
  const button = filter.getByRole('button', { name, exact: true })
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  return filter.getByRole('region', { name, exact: true })
}

async function readValueCount(page: Page, group: string, value: RegExp): Promise<number> {
  const box = (await openGroup(page, group)).getByRole('checkbox', { name: value })
  const name = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
  return Number(/(\d+)$/.exec(name)?.[1])
}

test('several values of one facet match any of them, several facets all of them', async ({
  page,
}) => {
  await page.goto('./')
  await expect.poll(() => readCount(page)).toBeGreaterThan(50)
  const japanese = await readValueCount(page, 'Language', /^Japanese/)
  const arabic = await readValueCount(page, 'Language', /^Arabic/)
  const languages = await openGroup(page, 'Language')
  await languages.getByRole('checkbox', { name: /^Japanese/ }).click()
  await expect.poll(() => readCount(page)).toBe(japanese)
  await languages.getByRole('checkbox', { name: /^Arabic/ }).click()
  await expect.poll(() => readCount(page)).toBe(japanese + arabic)

  // The counts follow the selection a moment after the list does.
  const readHarbour = () => readValueCount(page, 'Collection', /^harbour-news/)
  await expect.poll(readHarbour).toBeLessThan(japanese + arabic)
  const inHarbour = await readHarbour()
  const collections = await openGroup(page, 'Collection')
  await collections.getByRole('checkbox', { name: /^harbour-news/ }).click()
  await expect.poll(() => readCount(page)).toBe(inHarbour)
  await expect(page).toHaveURL(/collection=harbour-news&language=ja&language=ar/)
})

test('any value can be excluded, and removing its chip brings it back', async ({ page }) => {
  await page.goto('./')
  await expect.poll(() => readCount(page)).toBeGreaterThan(50)
  const all = await readCount(page)
  const videos = await readValueCount(page, 'Kind', /^Video/)
  const kinds = await openGroup(page, 'Kind')
  await kinds.getByRole('button', { name: 'Exclude Video' }).click()
  await expect.poll(() => readCount(page)).toBe(all - videos)
  await expect(page).toHaveURL(/not-kind=video/)
  await page.getByRole('button', { name: 'Remove Kind: not Video' }).click()
  await expect.poll(() => readCount(page)).toBe(all)
})

test('a range of days narrows the list, typed or linked', async ({ page }) => {
  await page.goto('./?from=2024-05-01&to=2024-05-31')
  await expect.poll(() => readCount(page)).toBeGreaterThan(5)
  const busyMonth = await readCount(page)
  await page.getByRole('complementary', { name: 'Filters' }).getByLabel('From').fill('2024-05-20')
  await expect(page).toHaveURL(/from=2024-05-20&to=2024-05-31/)
  await expect.poll(() => readCount(page)).toBeLessThan(busyMonth)
})

test('a long list of values can be searched', async ({ page }) => {
  await page.goto('./')
  const authors = await openGroup(page, 'Author')
  await authors.getByRole('button', { name: /^Show all/ }).click()
  await authors.getByRole('searchbox').fill('observatory')
  await expect(authors.getByRole('checkbox')).toHaveCount(1)
  await authors.getByRole('searchbox').fill('nobody of that name')
  await expect(authors.getByText('No matching values')).toBeVisible()
})
