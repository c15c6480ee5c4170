import type { ChildProcess } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { serveRareSite } from './rare-site.ts'

// Dates known in part, translations, languages of code, marks of what was left out, and what About says of all that.

let address = ''
let server: ChildProcess | undefined

test.beforeAll(async () => {
  const served = await serveRareSite(test.info().outputPath('rare'))
  address = served.address
  server = served.server
})

test.afterAll(() => {
  server?.kill()
})

/** Opens a post from the list of its year: a list draws the rows in view. */
async function openPost(page: Page, title: string, year: string): Promise<void> {
  await page.goto(`${address}?year=${year}`)
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'Published' })).toBeVisible()
}

for (const width of [1440, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('an article says how much of its date is known', async ({ page }) => {
      for (const [title, time, badge, reason] of [
        ['The winter timetable', '2019-11', 'month only', 'The file gives only the month'],
        ['Half a date', '2021-06-07', 'date read in part', 'A part of the date in the file'],
        ['The ferry of 1961', '1961', 'year only', 'The file gives only the year, not the day.'],
      ] as const) {
        await openPost(page, title, time.slice(0, 4))
        await expect(page.getByRole('definition').first().getByRole('time')).toHaveText(time)
        await page.getByText(badge, { exact: true }).click()
        await expect(page.getByText(reason)).toBeVisible()
        await expectNoFindings(page)
        await expectNoSidewaysScroll(page)
      }
      // Said once: a year in words is the year.
      await expect(page.getByRole('definition').first().getByText('1961')).toHaveCount(1)
    })

    test('a list gives a year alone no day, and neither does the calendar', async ({ page }) => {
      await page.goto(`${address}?year=1961`)
      await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText(
        '1961 · 1 · year only',
      )
      const row = page.getByRole('article', { name: 'The ferry of 1961' })
      await expect(row.getByRole('time')).toHaveText('1961')
      await expect(row).toContainText('The file gives only the year.')
      await expect(page.getByText('January 1961')).toHaveCount(0)
      await expectNoFindings(page)
      await page.getByRole('link', { name: 'The ferry of 1961', exact: true }).click()
      await page.getByRole('link', { name: '1961', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('1961')
      await expect(row).toBeVisible()
      await page.goto(`${address}?from=1961-01-01&to=1961-01-01`)
      await expect(page.getByText('No posts match')).toBeVisible()
      await page.goto(`${address}?q=ferry+kept`)
      await expect(row.getByText(/^1961\?/)).toBeVisible()
      await page.goto(`${address}calendar?year=1961`)
      await expect(page.getByText('1 post without a known day')).toBeVisible()
      await expectNoFindings(page)
    })

    test('the lines of an excerpt are shown whole', async ({ page }) => {
      await page.goto(`${address}?year=2022`)
      const excerpt = page.getByText('A bicycle costs half a crossing, a goat costs a whole one.')
      // Chromium cuts a line off where the box is a fraction of a pixel too low for the next one.
      const isWhole = await excerpt.evaluate(
        (text) => text.getBoundingClientRect().height >= text.scrollHeight - 0.1,
      )
      expect(isWhole).toBe(true)
    })

    test('a post leads to its translations and names the language of its code', async ({
      page,
    }) => {
      await openPost(page, 'How to book a crossing', '2021')
      await expect(page.getByText('In other languages:')).toBeVisible()
      // The name stands in a style sheet: it is no part of the code, nor of what is copied.
      const block = page.getByText('def fare(people):')
      await expect(block).toHaveText(/^def fare\(people\):\s+return 3 \* people\s*$/)
      await expectNoFindings(page)
      await page.getByRole('link', { name: 'Deutsch' }).click()
      await expect(page.getByRole('heading', { name: 'Eine Überfahrt buchen' })).toBeVisible()
      await expect(page.getByRole('link', { name: '简体中文' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'English' })).toBeVisible()
    })

    test('what an article lost is marked, each between paragraphs as one of them', async ({
      page,
    }) => {
      await openPost(page, 'What the page lost', '2022')
      const drawing = page.getByText('▨ Tide curve: High water at nine')
      await expect(drawing).toBeVisible()
      await expect(page.getByText('▨ Three dots')).toBeVisible()
      await expect(page.getByText('Without scripts the gate stays closed.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'gauge.example' })).toBeVisible()
      const [mark, next] = await Promise.all([
        drawing.boundingBox(),
        page.getByText('A picture of dots:').boundingBox(),
      ])
      const gap = (next?.y ?? 0) - (mark?.y ?? 0) - (mark?.height ?? 0)
      expect(gap).toBeGreaterThan(8)
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
    })

    test('the report lists what was left out and counts what shares an address', async ({
      page,
    }) => {
      await page.goto(`${address}about`)
      await page.getByRole('link', { name: 'Build report' }).click()
      await expect(page).toHaveURL(/\/about\/report$/)
      await expect(page.getByText(/^2 posts have the source address of another post/)).toBeVisible()
      await page.getByText('Left out by their writers (1)').click()
      const row = page.getByRole('row').filter({ hasText: '2022-05-09-not-yet.md' })
      await expect(row.getByRole('cell', { name: 'draft' })).toBeVisible()
      await page.getByText('Shown otherwise than in the source').click()
      await expect(page.getByRole('row', { name: /^Drawings, as their words 1 1$/ })).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
    })
  })
}
