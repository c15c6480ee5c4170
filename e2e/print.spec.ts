import { expect, test } from './fixtures.ts'

/** A video of the bundled examples, with a player, chapters and a still. */
const video = './posts/2023-08-12-boa7fy35'

test('a printed article has its title, both times and full addresses, and no controls', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(video)
  const archived = page.getByText(`: ${page.url()}`)
  await expect(archived).toBeVisible()
  const original = page.getByText(/^Original video: https:\/\/www\.youtube\.com\/watch\?v=/)
  await expect(original).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/).first()).toBeVisible()
  await expect(page.getByRole('article').getByRole('definition').nth(1)).toBeVisible()
  // The still of a video is the picture inside its button, and stays.
  const pressed = page.getByRole('button').filter({ hasNot: page.locator('img') })
  await expect(pressed).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('banner')).toHaveCount(0)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
})

test('the printed timeline ends with its last row', async ({ page }) => {
  await page.goto('./')
  const rows = page.getByRole('main').getByRole('article')
  await expect(rows.first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('complementary')).toHaveCount(0)
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  const last = await rows.last().boundingBox()
  expect(await height()).toBeLessThan((last?.y ?? 0) + (last?.height ?? 0) + 400)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a printed article has its full address', async ({ page }) => {
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${video}/`)
    await expect(page.getByText(/：https:\/\/www\.youtube\.com\/watch\?v=/)).toBeVisible()
    await expect(page.getByRole('banner')).toHaveCount(0)
  })
})
