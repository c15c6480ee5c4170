import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

interface SpeechWindow extends Window {
  said: { text: string; voice: string }[]
  /** Ends the sentence that is being said. */
  finishSentence: () => void
  isSpeaking: () => boolean
}

declare const window: SpeechWindow

/** A browser without a window has no voices: speech that ends each sentence when the test says so stands in their place. */
function standInForSpeech(): void {
  class Utterance extends EventTarget {
    voice: { name: string } = { name: '' }
    rate = 1
    constructor(readonly text: string) {
      super()
    }
  }
  let current: Utterance | undefined
  const voice = { name: 'Local', lang: 'en-GB', localService: true, default: true }
  const engine = Object.assign(new EventTarget(), {
    getVoices: () => [voice],
    speak: (utterance: Utterance) => {
      current = utterance
      window.said.push({ text: utterance.text, voice: utterance.voice.name })
    },
    cancel: () => {
      current = undefined
    },
  })
  window.said = []
  window.isSpeaking = () => current !== undefined
  window.finishSentence = () => {
    const ended = current
    current = undefined
    ended?.dispatchEvent(new Event('end'))
  }
  Object.defineProperty(window, 'speechSynthesis', { value: engine })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
}

const readMark = (page: Page) =>
  page.evaluate(() => Array.from(CSS.highlights.get('spoken-sentence') ?? [], String).join())

const readSaid = (page: Page) => page.evaluate(() => window.said.map(({ text }) => text))

test('an article is read aloud: marked and followed, skipped by key and button, and silent once it is left', async ({
  page,
  foreignRequests,
}) => {
  await page.addInitScript(standInForSpeech)
  await page.setViewportSize({ width: 1000, height: 500 })
  await page.goto('./?q=title:"lights came back"')
  const title = /lights came back/
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('button', { name: 'Listen', exact: true })).toBeVisible()
  foreignRequests.length = 0
  await page.keyboard.press('l')
  const bar = page.getByRole('region', { name: 'Reading aloud' })
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeFocused()
  await expect.poll(() => readSaid(page)).toHaveLength(1)
  expect(await readMark(page)).toMatch(title)

  await page.evaluate(() => window.finishSentence())
  await expect.poll(() => readSaid(page)).toHaveLength(2)
  const second = (await readSaid(page)).at(-1) ?? ''
  await expect.poll(() => readMark(page)).toBe(second)
  await bar.getByRole('button', { name: 'Next paragraph' }).click()
  await expect.poll(() => readSaid(page)).toHaveLength(3)
  const top = await page.evaluate(() => window.scrollY)
  expect(top).toBeGreaterThan(0)

  // Whoever has scrolled away is left there.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const bottom = await page.evaluate(() => window.scrollY)
  await page.evaluate(() => window.finishSentence())
  await expect.poll(() => readSaid(page)).toHaveLength(4)
  expect(await page.evaluate(() => window.scrollY)).toBe(bottom)

  await page.keyboard.press('l')
  await expect(bar.getByRole('button', { name: 'Read on' })).toBeVisible()
  expect(await page.evaluate(() => window.isSpeaking())).toBe(false)
  await page.keyboard.press('l')
  await expect.poll(() => page.evaluate(() => window.isSpeaking())).toBe(true)
  await page.keyboard.press('u')
  await expect(bar).toBeHidden()
  expect(await page.evaluate(() => window.isSpeaking())).toBe(false)
  expect(await readMark(page)).toBe('')
  expect(foreignRequests.filter((request) => request.resourceType() !== 'image')).toEqual([])
})
