import { expect, test } from './fixtures.ts'
import { count, field, marks, rows, searchFor } from './search-page.ts'

/** Opens the list of a search. */
const listOf = (query: string) => `./?${new URLSearchParams({ q: query }).toString()}`

for (const { screen, width } of [
  { screen: 'wide', width: 1440 },
  { screen: 'narrow', width: 390 },
]) {
  test.describe(`on a ${screen} screen`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('OR finds both, marks both, and its conditions are removable', async ({ page }) => {
      await searchFor(page, '(tea | gulls) -after:2024')
      await expect(count(page)).toHaveText('3 posts')
      await expect(page).toHaveURL(/q=%28tea\+%7C\+gulls%29\+-after%3A2024$/)
      await expect(marks(page).filter({ hasText: /tea/i }).first()).toBeVisible()
      await expect(marks(page).filter({ hasText: /gulls/i }).first()).toBeVisible()
      const conditions = page.getByRole('toolbar', { name: 'Search conditions' })
      await expect(conditions.getByRole('listitem')).toHaveText([
        'tea or gulls',
        'not published from 2024 on',
      ])
      await conditions.getByRole('button', { name: 'Remove not published from 2024 on' }).click()
      await expect(count(page)).toHaveText('8 posts')
      await expect(page).toHaveURL(/q=%28tea\+OR\+gulls%29$/)
      await expect(field(page)).toHaveValue('(tea OR gulls)')
      await conditions.getByRole('button', { name: 'Remove tea or gulls' }).click()
      await expect(count(page)).toHaveText('58 posts')
      await expect(conditions).toHaveCount(0)
    })

    test('the hint explains what can be written', async ({ page }) => {
      await page.goto('./')
      await expect(rows(page).first()).toBeVisible()
      await field(page).focus()
      await expect(
        page.getByRole('definition').filter({ hasText: 'from its first day on' }),
      ).toBeVisible()
      await expect(page.getByRole('term').filter({ hasText: 'lang:zh' })).toBeInViewport()
    })
  })
}

test('days, languages and sites narrow a search, and the article marks all alternatives', async ({
  page,
}) => {
  await page.goto(listOf('lang:zh -lang:zh-Hans'))
  await expect(count(page)).toHaveText('10 posts')
  await page.goto(listOf('date:may 2018'))
  await expect(count(page)).toHaveText('1 post')
  await page.goto(listOf('date:2018年5月 (site:nowhere.example OR 下午 OR 一片云)'))
  await expect(count(page)).toHaveText('1 post')
  await rows(page).getByRole('link').first().click()
  const hits = page.getByRole('region', { name: 'Hits in this article' })
  await expect(hits).toBeVisible()
  const marked = await page.evaluate(() =>
    [...(CSS.highlights.get('search-hit') ?? [])].map((range) =>
      range instanceof Range ? range.toString() : '',
    ),
  )
  expect(new Set(marked)).toEqual(new Set(['下午', '一片云']))
})

const notes = [
  { query: '(tea OR gulls', words: /A bracket is not closed/, posts: '8 posts' },
  { query: 'tea) OR gulls', words: /closing bracket has no opening one/, posts: '8 posts' },
  { query: 'tea OR', words: /OR has nothing to join/, posts: '5 posts' },
  { query: 'tea date:2022-02-30', words: /“2022-02-30” is not a date/, posts: '5 posts' },
  { query: 'after:yesterday', words: /“yesterday” is not a date/, posts: undefined },
]

for (const { query, words, posts } of notes) {
  test(`answers ${query} in words`, async ({ page }) => {
    await page.goto(listOf(query))
    await expect(page.getByText(words)).toBeVisible()
    if (posts !== undefined) await expect(count(page)).toHaveText(posts)
    else await expect(page.getByRole('region', { name: 'No results' })).toBeVisible()
  })
}

test('a small "or" that finds nothing is offered as OR', async ({ page }) => {
  await page.goto(listOf('tea or gulls'))
  await page.getByRole('link', { name: 'either word: tea OR gulls' }).click()
  await expect(count(page)).toHaveText('8 posts')
})

test('the calendar counts a search and lets its conditions go', async ({ page }) => {
  await page.goto(`./calendar?${new URLSearchParams({ q: 'tea after:2019' }).toString()}`)
  const conditions = page.getByRole('toolbar', { name: 'Search conditions' })
  await expect(conditions.getByRole('listitem')).toHaveText(['tea', 'published from 2019 on'])
  await conditions.getByRole('button', { name: 'Remove published from 2019 on' }).click()
  await expect(page).toHaveURL(/calendar\?q=tea$/)
})
