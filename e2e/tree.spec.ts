import { expect, test } from './fixtures.ts'

// What a screen reader is told: the tree of roles and names, of the list, an article, the filter and the calendar. Order
// counts; what a tree leaves out may stand between.

test('the list: a heading for the page, month and day, a named article with its title for each post', async ({
  page,
}) => {
  await page.goto('./')
  await expect(page.getByRole('article').getByRole('link').first()).toBeVisible()
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the list"
    - link "Skip to filters"
    - banner:
      - link
      - search:
        - searchbox "Search"
      - navigation "Main":
        - toolbar "Main":
          - link "Timeline"
          - link "About"
          - button "Settings"
          - button "Keyboard shortcuts"
    - main:
      - heading [level=1]
      - toolbar "List":
        - status: /\\d+ posts/
        - link "Calendar"
        - group "Order":
          - radio "Newest first" [checked]
          - radio "Oldest first"
      - region "Timeline":
        - heading /^\\w+ \\d{4} · \\d+$/ [level=2]
        - heading /^\\d+ \\w+ \\d{4} · \\d+ · \\w+day/ [level=3]
        - article /.+/:
          - time: /\\d\\d:\\d\\d/
          - heading /.+/ [level=4]:
            - link
          - paragraph
      - complementary "Filters"
  `)
  // Each day once, also when its heading has scrolled out of view and stands at the top of the window.
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 900)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500)
  const names = await page.getByRole('heading', { level: 3 }).allTextContents()
  expect(new Set(names).size).toBe(names.length)
})

test('results of a search: titles follow the heading of the page', async ({ page }) => {
  await page.goto('./?q=tea')
  await expect(page.getByRole('article').getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading /tea/ [level=1]
    - toolbar "List":
      - status: /\\d+ posts/
    - region "Timeline":
      - article /.+/:
        - heading /.+/ [level=2]:
          - link
  `)
})

test('an article: named by its title, with its way, actions and both links', async ({ page }) => {
  await page.goto('./posts/2023-08-12-boa7fy35')
  const copy = page.getByRole('button', { name: 'Copy…' })
  await expect(copy).toBeVisible()
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await expect(page.getByRole('article', { name: title, exact: true })).toHaveCount(1)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - article /.+/:
      - navigation "This list":
        - link "Back to the list"
      - heading /.+/ [level=1]
      - list "Author, source and length":
        - listitem
      - link /Original video/
      - button "Copy…"
      - term: Published
      - definition
      - link /Original video/
      - link "Find in the Internet Archive"
  `)
})

test('the filter: groups by name, values with counts and their exclusion', async ({ page }) => {
  await page.goto('./')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await expect(filter.getByRole('checkbox').first()).toBeVisible()
  await expect(filter).toMatchAriaSnapshot(`
    - region "Tag":
      - heading "Tag" [level=2]:
        - button "Tag" [expanded]
      - list:
        - listitem:
          - checkbox /.+/
          - button /Exclude .+/
    - region "Year":
      - heading "Year" [level=2]
    - group /^Dates/:
      - textbox "From"
      - textbox "To"
  `)
})

test('the calendar: a slider for each year that speaks its day', async ({ page }) => {
  await page.goto('./calendar')
  await expect(page.getByRole('slider').first()).toBeAttached()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Calendar" [level=1]
    - paragraph:
      - link "Back to the list"
    - group "View":
      - radio "Days" [checked]
      - radio "Table"
    - list "Posts per day":
      - listitem
    - region /^\\d{4} · \\d+$/:
      - heading /^\\d{4} · \\d+$/ [level=2]:
        - button /^\\d{4} · \\d+$/
      - slider /^Days of \\d{4}$/
  `)
})
