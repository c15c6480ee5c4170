import { expect, test } from 'vitest'
import { settingsStore } from './settings-store.ts'
import { compareSeen, markSeen, parseSeenSignature, seenSignature } from './seen-signature.ts'

const [own, other] = ['a'.repeat(16), 'b'.repeat(16)]

test.each([
  ['first', undefined, 5],
  ['same', { archive: own, sequence: 5 }, 5],
  ['same', { archive: own, sequence: 4 }, 5],
  ['older', { archive: own, sequence: 6 }, 5],
  ['foreign', { archive: other, sequence: 1 }, 5],
] as const)('A5 a build is %s when %j was seen', (order, seen, sequence) => {
  expect(compareSeen(seen, { archive: own, sequence })).toBe(order)
})

test('A6 neither an older build nor another archive takes the place of what was seen', () => {
  markSeen({ archive: own, sequence: 7 })
  markSeen({ archive: own, sequence: 6 })
  markSeen({ archive: other, sequence: 9 })
  expect(seenSignature.read()).toEqual({ archive: own, sequence: 7 })
  markSeen({ archive: own, sequence: 8 })
  expect(seenSignature.read()).toEqual({ archive: own, sequence: 8 })
})

test('nothing is remembered by who leaves no trace', () => {
  const settings = settingsStore.read()
  seenSignature.write(undefined)
  settingsStore.write({ ...settings, traces: 'none' })
  markSeen({ archive: own, sequence: 7 })
  expect(seenSignature.read()).toBeUndefined()
  settingsStore.write(settings)
})

test.each([null, '', '{', '[]', '{"archive":"x","sequence":1}', '{"archive":"","sequence":-1}'])(
  'nothing was seen when %j is stored',
  (stored) => {
    expect(parseSeenSignature(stored)).toBeUndefined()
  },
)
