// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { defaultSettings, parseSettings } from '#reader/storage/settings.ts'
import { showEarlyTheme } from './early-theme.ts'
import { plainLook, showLook, toThemeOfHour } from './show-look.ts'

const root = document.documentElement

function readLook() {
  const attributes = Object.fromEntries(Object.entries(root.dataset))
  return { ...attributes, face: root.style.getPropertyValue('--own-face') }
}

afterEach(() => {
  localStorage.clear()
  showLook({})
  vi.useRealTimers()
})

test('the defaults of the look are those of the settings, and have no attribute', () => {
  expect(defaultSettings).toMatchObject(plainLook)
  showLook(defaultSettings)
  expect(readLook()).toEqual({ face: '' })
})

const look = {
  theme: 'sepia',
  contrast: 'more',
  textSize: '145',
  measure: 'widest',
  lineHeight: 'loose',
  justify: 'on',
  hyphens: 'on',
  density: 'dense',
  articlePictures: 'off',
}

test.each<[string, Record<string, unknown>]>([
  ['every setting', { ...look, typeface: 'own', ownFace: 'Source Han Serif SC' }],
  ['a size of an earlier version', { textSize: 'larger' }],
  ['a typeface without a name', { typeface: 'own' }],
])('the first frame shows %s as the reader will', (_, settings) => {
  localStorage.setItem('broadsheet.settings', JSON.stringify(settings))
  showEarlyTheme()
  const first = readLook()
  expect(first).not.toEqual({ face: '' })
  showLook(parseSettings(JSON.stringify(settings)))
  expect(readLook()).toEqual(first)
})

test.each([
  ['no text', { theme: 7, textSize: { small: 1 }, density: null }],
  ['a font that leaves its quotes', { typeface: 'own', ownFace: 'a"; color: red' }],
  ['a font with a line break', { typeface: 'own', ownFace: 'a\nb' }],
])('of a setting that is %s nothing enters a style', (_, settings) => {
  showLook(settings)
  expect(root.getAttribute('style') ?? '').toBe('')
})

test.each(['no JSON', '[]', '7', 'null'])(
  'stored settings that are %s change nothing',
  (stored) => {
    localStorage.setItem('broadsheet.settings', stored)
    showEarlyTheme()
    expect(readLook()).toEqual({ face: '' })
  },
)

test.each([
  [0, 'dark'],
  [6, 'dark'],
  [7, 'light'],
  [18, 'light'],
  [19, 'dark'],
  [23, 'dark'],
] as const)('at %i o’clock the theme by time is %s', (hour, theme) => {
  vi.useFakeTimers({ now: new Date(2026, 5, 1, hour, 59) })
  showLook({ theme: 'time' })
  expect(root.dataset['theme']).toBe(theme)
  expect(toThemeOfHour(hour)).toBe(theme)
})
