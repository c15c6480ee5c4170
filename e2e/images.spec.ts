import { parseBodyPack } from '#contract/body-pack.ts'
import { expect, test } from './fixtures.ts'
import type { Page, Request } from '@playwright/test'

/** Path of the bundled article whose picture is stored in the archive. */
async function findKeptPost({ request }: Page): Promise<string> {
  const { timeline } = await (await request.get('./manifest.json')).json()
  for (const hash of timeline.tail) {
    const { packs } = await (await request.get(`./data/timeline/${hash}.json`)).json()
    for (const { pack } of packs) {
      const { bodies } = parseBodyPack(
        await (await request.get(`./data/bodies/${pack}.json`)).json(),
      )
      const kept = bodies.find(({ localPictures }) => localPictures !== undefined)
      if (kept !== undefined) return `./posts/${kept.id}`
    }
  }
  throw new Error('no article of the examples has a picture of its own')
}

const picture = { name: 'The moon half above the grain silo, flattened and orange' }
const title = { level: 1, name: 'A very large moon' } as const

/** Expects the picture itself to be loaded, not only its reserved space. */
async function expectShown(page: Page): Promise<void> {
  const image = page.getByRole('img', picture)
  await expect(image).toBeVisible()
  await expect(image).toHaveJSProperty('naturalWidth', 960)
}

function watchPictures(page: Page): Request[] {
  const asked: Request[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'image' && request.url().includes('/data/')) asked.push(request)
  })
  return asked
}

test('shows a picture that the archive holds, and asks no other host', async ({
  page,
  foreignRequests,
}) => {
  await page.goto(await findKeptPost(page))
  await expectShown(page)
  expect(foreignRequests).toEqual([])
})

test('gives pictures a light ground in the dark, for those with transparent parts', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(await findKeptPost(page))
  await expectShown(page)
  const picture = page.getByRole('article').getByRole('img').first()
  const readGround = () =>
    picture.evaluate((image) => getComputedStyle(image).backgroundColor.match(/\d+/g)?.map(Number))
  expect(Math.min(...((await readGround()) ?? [0]).slice(0, 3))).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await readGround()).toEqual([0, 0, 0, 0])
})

test('loads it unasked where pictures of other hosts wait for a click', async ({
  page,
  foreignRequests,
}) => {
  await choosePictures(page, 'Ask')
  await page.goto(await findKeptPost(page))
  await expectShown(page)
  await expect(page.getByText('not loaded')).toBeHidden()
  expect(foreignRequests).toEqual([])
})

test('shows pictures of the archive in the timeline, and stills of videos when all are asked for', async ({
  page,
  foreignRequests,
}) => {
  const pictureOf = (row: string) =>
    page.getByRole('article').filter({ hasText: row }).getByRole('presentation')
  await page.goto('./?from=2022-07-01&to=2024-06-01')
  await expect(pictureOf('Fog, one hour')).toHaveCount(0)
  await page.goto('./?q=very+large+moon')
  await expect(pictureOf('A very large moon')).toHaveJSProperty('naturalWidth', 960)
  expect(foreignRequests).toEqual([])
  await choosePictures(page, 'All', 'the timeline')
  await page.goto('./?kind=video')
  await expect(pictureOf('Fog, one hour')).toHaveAttribute(
    'src',
    /^https:\/\/i\.ytimg\.com\/vi\/[^/]+\/hqdefault\.jpg$/,
  )
})

test('S9 requests no picture, not even one of its own, when pictures are off', async ({ page }) => {
  await choosePictures(page, 'Off')
  const asked = watchPictures(page)
  await page.goto(await findKeptPost(page))
  await expect(page.getByRole('heading', title)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
})

test('falls back to the picture’s own host when the site has lost it', async ({
  page,
  foreignRequests,
  complaints,
}) => {
  await page.route(/\/data\/images\//, (route) => route.fulfill({ status: 404 }))
  await page.goto(await findKeptPost(page))
  await expect
    .poll(() => foreignRequests.map((request) => request.url()))
    .toEqual(['https://observatory.saltmere.example/diary/images/moon-rise.jpg'])
  complaints.length = 0
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows a picture that the archive holds, and asks no other host', async ({
    page,
    foreignRequests,
  }) => {
    await page.goto(`${await findKeptPost(page)}/`)
    await expect(page.getByRole('heading', title)).toBeVisible()
    await expectShown(page)
    expect(foreignRequests).toEqual([])
  })
})

async function choosePictures(
  page: Page,
  choice: string,
  place: 'articles' | 'the timeline' = 'articles',
): Promise<void> {
  await page.goto('./')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page
    .getByRole('group', { name: `Pictures in ${place}` })
    .getByRole('radio', { name: choice })
    .check()
}
