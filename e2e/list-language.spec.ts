import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test('lists stay in the language that was chosen once, under an address that says so', async ({
  page,
}) => {
  await page.goto('./')
  const main = page.getByRole('main')
  const choice = page.getByRole('combobox', { name: 'Language' })
  await choice.selectOption({ label: 'English' })
  await expect(page).toHaveURL(/\?language=en$/)
  const chip = page.getByRole('button', { name: 'Remove Language: English' })
  await expect(chip).toBeVisible()
  await expect(main.getByRole('heading', { level: 1 })).toContainText('English')
  // The bare address of the site is its entrance; a list that an address names is the same for everybody.
  await page.goto('./')
  await expect(page).toHaveURL(/\?language=en$/)
  await expect(chip).toBeVisible()
  await page.goto(`${sites.examples}?kind=article`)
  await expect(page).toHaveURL(/\?kind=article$/)
  await expect(chip).toBeHidden()
  await expect(choice).toHaveValue('')
})

test('the way out of a language is its chip', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'English' })
  await page.getByRole('button', { name: 'Remove Language: English' }).click()
  await expect(page).not.toHaveURL(/language/)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('')
  await expect(page).not.toHaveURL(/language/)
})

test('the settings show the language of lists, and a list that is open follows them', async ({
  page,
}) => {
  await page.goto('./?kind=article')
  await page.getByRole('button', { name: 'Settings' }).click()
  const choice = page.getByRole('group', { name: 'Language of lists' })
  await expect(choice.getByRole('radio', { name: 'All languages' })).toBeChecked()
  await choice.getByText('English', { exact: true }).click()
  await expect(page).toHaveURL(/\?(?=.*kind=article)(?=.*language=en)/)
  await expect(choice.getByRole('radio', { name: 'English' })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove Language: English' }).click()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(choice.getByRole('radio', { name: 'All languages' })).toBeChecked()
})

test('lists that an article leads to are in the chosen language', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'English' })
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click()
  const tag = page.locator('a[rel=tag]').first()
  await expect(tag).toHaveAttribute('href', /language=en/)
})
