import type { Locator, Page } from '@playwright/test'
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
  // One choice, one chip.
  const chip = page.getByRole('button', { name: /^Remove Dates/ })
  await expect(chip).toHaveText('Dates: 20–31 May 2024')
  await chip.click()
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
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

/** Values of an open group with their counts, in their order. */
async function readValues(group: Locator): Promise<{ name: string; count: number }[]> {
  const texts = await group
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) =>
        [...item.querySelectorAll('label > span')].map((part) => part.textContent),
      ),
    )
  return texts.map(([name = '', ...rest]) => ({
    name,
    count: Number(rest.at(-1)?.replaceAll(',', '')),
  }))
}

test('every group lists the values of the list that is shown, the most frequent first', async ({
  page,
}) => {
  await page.goto('./?language=ja')
  await expect.poll(() => readCount(page)).toBeGreaterThan(1)
  const posts = await readCount(page)
  for (const name of ['Kind', 'Collection', 'Year']) {
    const group = await openGroup(page, name)
    const sum = async () => (await readValues(group)).reduce((all, { count }) => all + count, 0)
    // Every post has one of these.
    await expect.poll(sum).toBe(posts)
  }
  const tags = await openGroup(page, 'Tag')
  const all = tags.getByRole('button', { name: /^Show all/ })
  const total =
    (await all.count()) === 0 ? undefined : (await all.textContent())?.replace(/\D+/, '')
  if (total !== undefined) await all.click()
  const values = await readValues(tags)
  expect(values).toHaveLength(Number(total ?? values.length))
  const counts = values.map(({ count }) => count)
  expect(Math.min(...counts)).toBeGreaterThan(0)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
})

test('the facets of a search are those of its hits, and a picked value stays with 0', async ({
  page,
}) => {
  await page.goto('./?q=observatory&tag=nowhere')
  const tags = await openGroup(page, 'Tag')
  await expect(tags.getByRole('checkbox', { name: /^nowhere\s*0$/ })).toBeChecked()
  // Its own choice is left out: the other values say what could be chosen instead.
  await expect.poll(async () => (await readValues(tags)).length).toBeGreaterThan(1)
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(0)
})

test('a group whose column is broken says so, and counts once it is whole', async ({
  page,
  complaints,
}) => {
  await page.route(/\/data\/columns\//, (route) => route.fulfill({ status: 200, body: 'broken' }))
  await page.goto('./?language=ja')
  const tags = await openGroup(page, 'Tag')
  const retry = tags.getByRole('button', { name: 'Try again' })
  await expect(retry).toBeVisible()
  await expect(tags.getByRole('checkbox')).toHaveCount(0)
  // The list itself needs no column.
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.unroute(/\/data\/columns\//)
  await retry.click()
  await expect(tags.getByRole('checkbox').first()).toBeVisible()
  complaints.length = 0
})

test('two values that are picked at once are both in force', async ({ page }) => {
  await page.goto('./')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await expect(filter.getByRole('checkbox').nth(1)).toBeVisible()
  await filter.evaluate((rail) => {
    for (const box of [...rail.querySelectorAll('input')].slice(0, 2)) box.click()
  })
  const chips = page.getByRole('toolbar', { name: 'Active filters' })
  await expect(chips.getByRole('button', { name: /^Remove/ })).toHaveCount(2)
})
