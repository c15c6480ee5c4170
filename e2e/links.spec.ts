import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

const bases = [
  { where: 'at the root', site: sites.examples },
  { where: 'under a sub-folder', site: sites.examplesInSubfolder },
]

for (const { where, site } of bases) {
  test(`opens a deep link in a fresh browser ${where}`, async ({ page, browser }) => {
    await page.goto(site)
    const link = page.getByRole('main').getByRole('article').getByRole('link').first()
    const href = (await link.getAttribute('href')) ?? ''
    const title = (await link.textContent()) ?? ''
    expect(href.startsWith(new URL(site).pathname)).toBe(true)

    const fresh = await browser.newContext()
    const stranger = await fresh.newPage()
    await stranger.goto(new URL(href, site).href)
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect.poll(() => stranger.title()).toContain(title)
    await fresh.close()
  })

  test(`says what is wrong with an address ${where}`, async ({ page, complaints }) => {
    await page.goto(`${site}posts/2020-08-30-aaaaaaaa`)
    await expect(page.getByRole('heading', { name: 'Article not found' })).toBeVisible()
    await expect(page).toHaveTitle(/^Article not found · ./)
    await page.getByRole('link', { name: /30 August 2020/ }).click()
    await expect(page).toHaveURL(/from=2020-08-30&to=2020-08-30/)
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()

    await page.goto(`${site}no/such/page`)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await expect(page).toHaveTitle(/^Page not found · ./)
    await page.getByRole('link', { name: 'Go to the timeline' }).click()
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    // The host's own 404 status is the right answer to both addresses.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/404/.test(text)))
  })

  test(`opens an old Jekyll address ${where}`, async ({ page, complaints }) => {
    await page.goto(`${site}?collection=harbour-news`)
    const link = page.getByRole('main').getByRole('article').getByRole('link').first()
    const href = (await link.getAttribute('href')) ?? ''
    const file = await (await page.request.get(new URL(href, site).href)).text()
    const [, day = '', slug = ''] =
      /(?:_posts|archived\/[\d-]+)\/(\d{4}-\d{2}-\d{2})-([^<"]+)\.md/.exec(file) ?? []
    const title = slug.replaceAll(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-')
    await page.goto(`${site}${day}/${encodeURIComponent(title.replaceAll(/^-|-$/g, ''))}/`)
    await expect(page).toHaveURL(new URL(href, site).href)
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/404/.test(text)))
  })
}

test('writes filters to the address and reads them from it', async ({ page }) => {
  await page.goto('./?language=ja&sort=oldest')
  const chips = page.getByRole('toolbar', { name: 'Active filters' })
  await expect(chips.getByRole('button', { name: /^Remove/ })).toHaveCount(1)
  await expect(page.getByRole('radio', { name: 'Oldest first' })).toBeChecked()
  await chips.getByRole('button', { name: /^Remove/ }).click()
  await expect(page).not.toHaveURL(/language/)
  await expect(chips).toBeHidden()
})

test('survives an address full of nonsense', async ({ page }) => {
  await page.goto(
    './?tag=__proto__&tag=%3Cscript%3E&not-author=%F0%9F%92%A5&year=20x&from=2020-13-45&sort=up&versions=x&x=1',
  )
  await expect(page.getByText('No posts match these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).first().click()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
})
