import { beforeEach, expect, test } from 'vitest'
import { settingsStore } from './settings-store.ts'
import { compareSeen, markSeen, parseSeenSignatures, seenSignatures } from './seen-signature.ts'

const [own, other] = ['a'.repeat(26), 'b'.repeat(26)]

test.each([
  ['first', undefined, 5],
  ['same', { archive: own, sequence: 5 }, 5],
  ['same', { archive: own, sequence: 4 }, 5],
  ['older', { archive: own, sequence: 6 }, 5],
  ['foreign', { archive: other, sequence: 1 }, 5],
] as const)('A5 a build is %s when %j was seen', (order, seen, sequence) => {
  expect(compareSeen(seen, { archive: own, sequence })).toBe(order)
})

beforeEach(() => seenSignatures.write({}))

test('A6 neither an older build nor another archive takes the place of what was seen', () => {
  markSeen('/', { archive: own, sequence: 7 })
  markSeen('/', { archive: own, sequence: 6 })
  markSeen('/', { archive: other, sequence: 9 })
  expect(seenSignatures.read()).toEqual({ '/': { archive: own, sequence: 7 } })
  markSeen('/', { archive: own, sequence: 8 })
  expect(seenSignatures.read()).toEqual({ '/': { archive: own, sequence: 8 } })
})

test('A6 two signed sites of one host are remembered apart', () => {
  const [harbour, tea] = [
    { archive: own, sequence: 7 },
    { archive: other, sequence: 2 },
  ]
  markSeen('/harbour/', harbour)
  expect(compareSeen(seenSignatures.read()['/tea/'], tea)).toBe('first')
  markSeen('/tea/', tea)
  const stored = JSON.stringify(seenSignatures.read())
  expect(parseSeenSignatures(stored)).toEqual({ '/harbour/': harbour, '/tea/': tea })
})

test('nothing is remembered by who leaves no trace', () => {
  const settings = settingsStore.read()
  settingsStore.write({ ...settings, traces: 'none' })
  markSeen('/', { archive: own, sequence: 7 })
  expect(seenSignatures.read()).toEqual({})
  settingsStore.write(settings)
})

test.each([
  null,
  '',
  '{',
  '[]',
  'null',
  '{"/":{"archive":"x","sequence":1}}',
  '{"/":{"archive":"","sequence":-1}}',
  // What was remembered for a whole host.
  `{"archive":"${own}","sequence":1}`,
])('nothing was seen when %j is stored', (stored) => {
  expect(parseSeenSignatures(stored)).toEqual({})
})
