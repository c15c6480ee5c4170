import { expect, test } from './fixtures.ts'

test('starts a video at a chapter, and again at another one', async ({ page, foreignRequests }) => {
  await page.route('https://www.youtube-nocookie.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>A player</title>' }),
  )
  await page.goto('./?q=paper+boats')
  await page.getByRole('link', { name: /^How to fold a harbour/ }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: /^How to fold a harbour/ }),
  ).toBeVisible()
  const text = page.getByRole('main')
  await expect(text.getByRole('listitem').filter({ hasText: 'The lighthouse' })).toBeVisible()
  // No request goes to the player's host but, where pictures are shown, the one for the still.
  expect(foreignRequests.filter((request) => request.resourceType() !== 'image')).toEqual([])

  const player = page.getByTitle(/^How to fold a harbour/)
  await text.getByRole('link', { name: '07:05' }).click()
  await expect(player).toHaveAttribute('src', /nocookie\.com\/embed\/PaperBoat01\?.*&start=425$/)
  await expect(player).toBeFocused()
  await text.getByRole('link', { name: '02:15' }).click()
  await expect(player).toHaveAttribute('src', /&start=135$/)
  await expect(player).toBeInViewport()
})

test('says that a video has no description, in its row and on its page', async ({ page }) => {
  await page.goto('./?kind=video')
  const row = page.getByRole('article').filter({ hasText: 'Fog, one hour' })
  await expect(row).toContainText('Video without a description')
  await row.getByRole('link').click()
  await expect(page.getByText('This post is a video without a description.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Play from YouTube/ })).toBeVisible()
})

test('searches for a hashtag of a description', async ({ page }) => {
  await page.goto('./?q=paper+boats')
  await page.getByRole('link', { name: /^How to fold a harbour/ }).click()
  await page.getByRole('link', { name: '#saltmere' }).click()
  await expect(page).toHaveURL(/q=%22saltmere%22/)
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
})
