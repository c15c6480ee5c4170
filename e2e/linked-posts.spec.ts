import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test.use({ baseURL: sites.linked })

test('a link to another post opens it here, at its place, and Back leads back', async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('main').getByRole('link', { name: 'A walk' }).click()
  await page.getByRole('link', { name: 'high water' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The tide' })).toBeVisible()
  await expect(page).toHaveURL(/\/sub\/posts\/2020-01-02-\w{8}#user-content-high-water$/)
  await expect(page.getByRole('heading', { name: 'High water' })).toBeInViewport()
  expect(page.context().pages()).toHaveLength(1)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'A walk' })).toBeVisible()
  await page.getByRole('link', { name: 'the rest' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The tide' })).toBeInViewport()
})

test('a prerendered page keeps its links to posts when the reader takes over', async ({ page }) => {
  await page.goto('./')
  const walk = page.getByRole('main').getByRole('link', { name: 'A walk' })
  const href = (await walk.getAttribute('href')) ?? ''
  await page.goto(new URL(href, sites.linked).href)
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible()
  const link = page.getByRole('link', { name: 'the rest' })
  await expect(link).toHaveAttribute('href', /^\/sub\/posts\/2020-01-02-/)
  await expect(link).not.toHaveAttribute('target')
  await expect(page.getByRole('link', { name: 'a page' })).toHaveAttribute(
    'href',
    'https://pier.example/log/about.html',
  )
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: 'The tide' })).toBeVisible()
})

for (const path of [
  'log/oar/',
  'log/oar',
  'old/oar/index.html',
  'old/oar',
  'Old-Boats',
  'LOG/Oar/',
]) {
  test(`the address ${path} of a Hugo site leads to its post`, async ({ page, complaints }) => {
    await page.goto(path)
    await expect(page).toHaveURL(/\/posts\/2020-03-01-\w{8}$/)
    await expect(page.getByRole('heading', { level: 1, name: 'The oar' })).toBeVisible()
    await page.getByRole('link', { name: 'a cloth that pulls' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'The sail' })).toBeVisible()
    // The host's own 404 status is the right answer to an address that it does not have.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/404/.test(text)))
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a link to another post opens its page, at its place', async ({ page }) => {
    await page.goto('./')
    await page.getByRole('main').getByRole('link', { name: 'A walk' }).first().click()
    await page.getByRole('link', { name: 'high water' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'The tide' })).toBeAttached()
    await expect(page.getByRole('heading', { name: 'High water' })).toBeInViewport()
  })
})
