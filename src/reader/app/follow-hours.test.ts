// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { followHours, toThemeChangeMs } from './follow-hours.ts'

const hourMs = 3_600_000

test.each([
  ['at night', 3, 4],
  ['at seven', 7, 12],
  ['by day', 12, 7],
  ['in the evening', 19, 12],
  ['before midnight', 23, 8],
])('%s the theme of the hour changes next in hours: %i', (_, hour, hours) => {
  expect(toThemeChangeMs(new Date(2026, 5, 1, hour))).toBe(hours * hourMs)
})

test('a page that stays open changes its theme in the evening and in the morning, once each', () => {
  vi.useFakeTimers({ now: new Date(2026, 5, 1, 18) })
  const shown: number[] = []
  const show = () => {
    shown.push(new Date().getHours())
    followHours(show)
  }
  followHours(show)
  // Somebody chooses it again.
  followHours(show)
  vi.advanceTimersByTime(14 * hourMs)
  expect(shown).toEqual([19, 7])
  document.dispatchEvent(new Event('visibilitychange'))
  expect(shown).toEqual([19, 7, 8])
  vi.useRealTimers()
})
