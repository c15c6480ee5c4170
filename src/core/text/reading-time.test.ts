import { expect, test } from 'vitest'
import { toReadingMinutes } from './reading-time.ts'

test.each([
  [{ count: 0, unit: 'words' }, undefined],
  [{ count: 118, unit: 'words' }, undefined],
  [{ count: 119, unit: 'words' }, 1],
  [{ count: 2380, unit: 'words' }, 10],
  [{ count: 164, unit: 'characters' }, undefined],
  [{ count: 3300, unit: 'characters' }, 10],
] as const)('%o takes %s minutes', (length, minutes) => {
  expect(toReadingMinutes(length)).toBe(minutes)
})
