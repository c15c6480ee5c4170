import { expect, test } from 'vitest'
import { defaultSettings } from '#reader/storage/settings.ts'
import { moveSettings, returnSettings } from './moved-settings.ts'

test('the look of a file takes the place of the own one, and is taken back where nobody changed it since', () => {
  const before = { ...defaultSettings, density: 'airy' }
  const moved = moveSettings(before, { theme: 'dark', measure: 'wide' })
  expect(moved).toEqual({ ...before, theme: 'dark', measure: 'wide' })
  const now = { ...moved, measure: 'widest' }
  expect(returnSettings(now, { before, moved })).toEqual({ ...before, measure: 'widest' })
})

test('S27 no setting that protects whoever reads comes from a file', () => {
  const before = { ...defaultSettings, traces: 'none', articlePictures: 'off' } as const
  const file = {
    traces: 'keep',
    articlePictures: 'load',
    timelinePictures: 'all',
    lastVisit: 'forget',
    markRead: 'finished',
    keepRead: 'on',
  }
  expect(moveSettings(before, file)).toEqual(before)
})

test.each([
  ['a value that is none', { theme: 'plaid' }],
  ['a value of another type', { theme: ['dark'], textSize: 7 }],
  ['a text without end', { typeface: 'x'.repeat(101) }],
  ['names of no setting', JSON.parse('{"__proto__":{"theme":"dark"},"size":"9"}')],
])('S27 %s changes nothing', (_name, file) => {
  expect(moveSettings(defaultSettings, file)).toEqual(defaultSettings)
})
