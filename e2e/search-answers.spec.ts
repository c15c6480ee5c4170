import { expect, test } from './fixtures.ts'
import { blockAddress, count, field, marks, rows, searchFor } from './search-page.ts'

test('a search without hits repeats what was searched for and offers searches that find something', async ({
  page,
}) => {
  await page.goto('./?q=gulls+title%3Acomet+-fog&kind=video')
  const none = page.getByRole('region', { name: 'No results' })
  await expect(none.getByText('in title or text: gulls')).toBeVisible()
  await expect(none.getByText('in the title: comet')).toBeVisible()
  await expect(none.getByText('not in title or text: fog')).toBeVisible()
  await none.getByRole('link', { name: 'only gulls, in the whole archive' }).click()
  await expect(marks(page).first()).toBeVisible()
  await expect(field(page)).toHaveValue('gulls')

  await page.goto('./?q=gulls&kind=video')
  await none.getByRole('link', { name: 'without the filter Kind' }).click()
  await expect(page).toHaveURL(/\/\?q=gulls$/)
  await expect(marks(page).first()).toBeVisible()
})

const notes = [
  { query: '"tea', words: /The quotation mark is not closed/ },
  { query: '!!! ※', words: /no letters, digits or emoji to search for/ },
  { query: 'tea tag:', words: /Nothing follows “tag:”/ },
]

for (const { query, words } of notes) {
  test(`answers ${query} in words`, async ({ page }) => {
    await page.goto(`./?${new URLSearchParams({ q: query }).toString()}`)
    await expect(page.getByText(words)).toBeVisible()
  })
}

test('says so when the archive has no search index', async ({ page }) => {
  await page.route('**/manifest.json', async (route) => {
    const manifest = await (await route.fetch()).json()
    delete manifest.search
    await route.fulfill({ json: manifest })
  })
  await page.goto('./?q=tea')
  await expect(page.getByText('This archive was built without a search index.')).toBeVisible()
  await page.getByRole('link', { name: 'Clear search' }).click()
  await expect(count(page)).toHaveText('58 posts')
})

test('aborts a search once nobody waits for it', async ({ page }) => {
  await page.goto('./')
  await expect(rows(page).first()).toBeVisible()
  const held: (() => Promise<void>)[] = []
  await page.route(blockAddress, (route) => {
    held.push(() => route.continue())
  })
  await page.keyboard.press('/')
  await page.keyboard.type('gull')
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await field(page).fill('')
  await expect(page.getByText('Loading')).toBeHidden()
  await page.unroute(blockAddress)
  await field(page).fill('tea')
  await expect(count(page)).toHaveText('5 posts')
  await expect(page).toHaveURL(/q=tea$/)
})

const faults = [
  { name: 'is missing', answer: { status: 404, body: 'gone' } },
  { name: 'is damaged', answer: { status: 200, body: 'BSIX damaged beyond repair' } },
  { name: 'is an HTML page', answer: { status: 200, contentType: 'text/html', body: '<p>hi' } },
]

for (const { name, answer } of faults) {
  test(`S24 says so when a block of the index ${name}, and a retry works`, async ({
    page,
    complaints,
  }) => {
    await page.goto('./')
    await expect(rows(page).first()).toBeVisible()
    await page.context().route(blockAddress, (route) => route.fulfill(answer))
    await page.keyboard.press('/')
    await page.keyboard.type('tea')
    const retry = page.getByRole('button', { name: 'Try again' })
    await expect(retry).toBeVisible()
    await expect(field(page)).toHaveValue('tea')
    await page.context().unroute(blockAddress)
    await retry.click()
    await expect(count(page)).toHaveText('5 posts')
    complaints.length = 0
  })
}

test('S22 starts no worker but its own', async ({ page, complaints }) => {
  await searchFor(page, 'tea')
  await expect(count(page)).toHaveText('5 posts')
  const addresses = ['manifest.json', 'assets/other.js', 'data:text/javascript,1']
  const refused: string[] = []
  for (const address of addresses) {
    const answer = await page.evaluate((script) => {
      try {
        return new Worker(script).constructor.name
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    }, address)
    refused.push(answer)
  }
  expect(refused).toEqual(['refused', 'refused', 'refused'])
  complaints.length = 0
})

test('what is typed while a list is coming stays in the field, and is searched', async ({
  page,
}) => {
  await searchFor(page, 'tea')
  await expect(marks(page).first()).toHaveText('tea')
  const kept = await field(page).evaluate(async (input: HTMLInputElement) => {
    const type = (text: string) => {
      input.value = text
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    type('gulls')
    input.form?.requestSubmit()
    // The focus goes to the results, and comes back.
    await new Promise((resolve) => {
      document.getElementById('main')?.addEventListener('focus', resolve, { once: true })
    })
    input.focus()
    type('comet')
    while (!location.search.endsWith('comet')) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
      if (input.value !== 'comet') break
    }
    return input.value
  })
  expect(kept).toBe('comet')
  await expect(marks(page).first()).toHaveText('comet')
})

test('a list that comes back leaves the focus to who is in the search field already', async ({
  page,
}) => {
  await page.goto('./?q=tea')
  const link = rows(page).getByRole('link').first()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('tea')
  await field(page).evaluate((input: HTMLInputElement) => {
    history.back()
    input.focus()
  })
  await expect(link).toBeVisible()
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('comet')
  await expect(page).toHaveURL(/\?q=comet$/)
})
