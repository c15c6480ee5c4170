import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

const site = sites.examplesInSubfolder

test('offers the feed of the chosen value, or else of the archive, and links it in the head', async ({
  page,
  request,
}) => {
  const feed = page.getByRole('link', { name: 'Atom', exact: true })
  const alternates = page.locator('head link[rel="alternate"]')
  await page.goto(site)
  await expect(page.getByRole('heading', { name: 'Feed for the whole archive' })).toBeVisible()
  await expect(feed).toHaveAttribute('href', '/sub/folder/feeds/atom.xml')
  await expect(alternates).toHaveCount(3)

  await page.goto(`${site}?tag=birds`)
  await expect(page.getByRole('heading', { name: 'Feed for “birds”' })).toBeVisible()
  await expect(alternates).toHaveCount(6)
  const href = (await feed.getAttribute('href')) ?? ''
  await expect(page.locator(`head link[href="${href}"]`)).toHaveAttribute('title', /^birds · /)
  const answer = await request.get(new URL(href, site).href)
  expect(answer.headers()['content-type']).toContain('application/atom+xml')
  const text = await answer.text()
  expect(text).toContain(
    `<link rel="self" type="application/atom+xml" href="${new URL(href, site).href}"/>`,
  )

  const posts = [
    ...text.matchAll(/<link rel="alternate" type="text\/html" href="([^"?]+posts[^"]+)"/g),
  ]
  await page.goto(posts[0]?.[1] ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(alternates).toHaveCount(3)
})

test('offers no feed for a value that no post has', async ({ page }) => {
  await page.goto(`${site}?tag=nonsense`)
  await expect(page.getByRole('heading', { name: 'Feed for the whole archive' })).toBeVisible()
})

test('offers no feed where the site does not know its own address', async ({ page }) => {
  await page.goto(sites.examples)
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Atom', exact: true })).toHaveCount(0)
})
