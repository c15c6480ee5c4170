import type { Locator, Page } from '@playwright/test'
import type { Walker } from './walker.ts'

/** Walks in a browser that Playwright drives. */
export function toWalker(page: Page): Walker {
  return {
    open: async (path) => {
      await page.goto(path)
    },
    reload: async () => {
      await page.reload()
    },
    back: async () => {
      await page.goBack()
    },
    click: (role, name) => clickInPlace(page.getByRole(role, { name, exact: true }).first()),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    scroll: async (pixels) => {
      await page.mouse.move(720, 450)
      await page.mouse.wheel(0, pixels)
    },
    // As text: Playwright passes functions one value only.
    read: (look, ...values) => page.evaluate(`(${String(look)})(...${JSON.stringify(values)})`),
  }
}

/** Clicks what is in the window without scrolling: in Firefox, Playwright first puts it into the middle of the window, always. */
async function clickInPlace(target: Locator): Promise<void> {
  await target.waitFor()
  const box = await target.boundingBox()
  const window = target.page().viewportSize()
  if (box === null || window === null || box.y < 60 || box.y + box.height > window.height) {
    await target.click()
    return
  }
  await target.page().mouse.click(box.x + Math.min(box.width, 40) / 2, box.y + box.height / 2)
}
