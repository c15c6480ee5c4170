import { createHash } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { toBodyText } from '#core/text/body-text.ts'
import { makeIndex, type TestIndex } from '#search/testing/make-index.ts'
import { expect, test } from './fixtures.ts'
import { count, field, marks, rows } from './search-page.ts'

interface Pack {
  firstOrdinal: number
  bodies: { title?: string; parts: string[] }[]
}
interface Shard {
  firstOrdinal: number
  rows: { title?: string }[]
  packs: { pack: string }[]
}

/** The examples' index built in two segments, as a large archive's would be. */
async function buildIndex(request: APIRequestContext): Promise<TestIndex> {
  const manifest = await (await request.get('./manifest.json')).json()
  const posts: { title: string; body: string }[] = []
  for (const hash of manifest.timeline.tail) {
    const shard: Shard = await (await request.get(`./data/timeline/${hash}.json`)).json()
    for (const [at, { title = '' }] of shard.rows.entries()) {
      posts[shard.firstOrdinal + at] = { title, body: '' }
    }
    for (const { pack } of shard.packs) {
      const read: Pack = await (await request.get(`./data/bodies/${pack}.json`)).json()
      for (const [at, { title, parts }] of read.bodies.entries()) {
        const post = posts[read.firstOrdinal + at]
        if (post !== undefined)
          Object.assign(post, { body: toBodyText(parts), ...(title && { title }) })
      }
    }
  }
  return makeIndex(posts, { segments: { rowsPerRun: 32, rowsOfOne: 32, rowsOfLast: 32 } })
}

/**
 * Serves an index in place of the site's own. The blocks of its first segment wait until the returned function is
 * called.
 */
async function serveIndex(page: Page, { root, blocks }: TestIndex): Promise<() => void> {
  const hash = toFileHash(createHash('sha256').update(root).digest())
  const [oldest = ''] = [...blocks.keys()].map((path) => path.split('/')[2])
  const release: { now: () => void } = { now: () => undefined }
  const released = new Promise<void>((resolve) => {
    release.now = resolve
  })
  await page.context().route('**/manifest.json', async (route) => {
    const manifest = await (await route.fetch()).json()
    await route.fulfill({ json: { ...manifest, search: { root: hash } } })
  })
  await page.context().route(/\/data\/search\//, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    if (path.includes(oldest)) await released
    const bytes = path === dataPath('search', hash) ? root : blocks.get(path)
    // The page asks early for the root that the site itself has.
    if (bytes === undefined) await route.continue()
    else await route.fulfill({ body: Buffer.from(bytes) })
  })
  return release.now
}

test('shows the newest hits while older ones are still being counted', async ({ page }) => {
  const release = await serveIndex(page, await buildIndex(page.request))
  await page.goto('./?q=茶')
  await expect(count(page)).toHaveText(/^at least \d+ posts?, counting…$/)
  await expect(marks(page).first()).toBeVisible()
  const first = await rows(page).getByRole('link').first().textContent()
  const place = await rows(page).first().boundingBox()
  release()
  await expect(count(page)).toHaveText('17 posts')
  expect(await rows(page).getByRole('link').first().textContent()).toBe(first)
  expect(await rows(page).first().boundingBox()).toEqual(place)
})

test('waits for all hits where rows would move, and abandons a running search for a new one', async ({
  page,
}) => {
  const release = await serveIndex(page, await buildIndex(page.request))
  await page.goto('./?q=茶')
  await expect(count(page)).toHaveText(/^at least/)
  await page.getByText('Best match', { exact: true }).click()
  await expect(page.getByText('Loading', { exact: false })).toBeVisible()
  await expect(count(page)).toHaveText(/^at least/)
  release()
  await expect(page).toHaveURL(/sort=best/)
  await expect(count(page)).toHaveText('17 posts')
  await field(page).fill('gull')
  await expect(count(page)).toHaveText('4 posts')
})
