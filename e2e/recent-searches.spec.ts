import { expect, test } from './fixtures.ts'
import { count, field, searchFor } from './search-page.ts'

test('remembers searches on the device, and forgets them on request', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('broadsheet.searches', '["gull",7,"\\u0000","<b>茶</b>"]')
  })
  await searchFor(page, '')
  const recent = page.getByRole('search').getByRole('list', { name: 'Recent searches' })
  await expect(recent.getByRole('listitem')).toHaveText(['gull', '<b>茶</b>'])
  await recent.getByRole('button', { name: 'gull', exact: true }).click()
  await expect(count(page)).toHaveText('4 posts')
  await expect(recent).toBeHidden()
  await page.keyboard.press('/')
  await field(page).fill('tea')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('5 posts')
  await field(page).fill('')
  await expect(recent.getByRole('listitem')).toHaveText(['tea', 'gull', '<b>茶</b>'])
  await recent.getByRole('button', { name: 'Remove gull' }).click()
  await expect(recent.getByRole('listitem')).toHaveText(['tea', '<b>茶</b>'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('5 posts')
  await field(page).fill('')
  await page.getByRole('button', { name: 'Clear recent searches' }).click()
  await expect(recent).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(field(page)).not.toBeFocused()
})

test('does not remember the search of a link, until somebody types it', async ({ page }) => {
  await page.goto('./?q=gull')
  await expect(count(page)).toHaveText('4 posts')
  const keys = page.getByRole('banner').getByRole('button', { name: 'Keyboard shortcuts' })
  const recent = page.getByRole('search').getByRole('list', { name: 'Recent searches' })
  const syntax = page.getByText('In a search you can write')
  await field(page).focus()
  await keys.focus()
  await field(page).fill('')
  await expect(syntax).toBeVisible()
  await expect(recent).toBeHidden()
  await expect(page).not.toHaveURL(/gull/)
  await page.goBack()
  await expect(field(page)).toHaveValue('gull')
  await keys.focus()
  await field(page).fill('')
  await expect(syntax).toBeVisible()
  await expect(recent).toBeHidden()
  await field(page).fill('gull')
  await keys.focus()
  await field(page).fill('')
  await expect(recent.getByRole('listitem')).toHaveText(['gull'])
})

test('remembers a search that was entered before the code of the field had come', async ({
  page,
}) => {
  const code = /\/assets\/search-as-you-type-[^/]*\.js$/
  let come: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route(code, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./')
  await field(page).fill('gull')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('4 posts')
  come?.()
  await field(page).fill('')
  const recent = page.getByRole('search').getByRole('list', { name: 'Recent searches' })
  await expect(recent.getByRole('listitem')).toHaveText(['gull'])
})
