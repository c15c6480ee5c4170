import { beforeEach, expect, test } from 'vitest'
import { settingsStore } from './settings-store.ts'
import {
  compareSeen,
  findSeen,
  markSeen,
  parseSeenSignatures,
  seenSignatures,
} from './seen-signature.ts'

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
  expect(findSeen('/tea/', other)).toBe(undefined)
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
  `{"/":{"archive":"${own}","sequence":1e300}}`,
])('nothing was seen when %j is stored', (stored) => {
  expect(parseSeenSignatures(stored)).toEqual({})
})

test('A5 an entry that is broken takes no other with it', () => {
  const harbour = { archive: own, sequence: 7 }
  const stored = JSON.stringify({ '/tea/': null, '/harbour/': harbour, '/a/': { sequence: 'x' } })
  expect(parseSeenSignatures(stored)).toEqual({ '/harbour/': harbour })
})

// Names of archives had 16 characters once, which the longer ones begin with.
test.each([own, own.slice(0, 16)])(
  'A5 what was remembered for a whole host, as of %s, holds for its archive in every folder',
  (name) => {
    seenSignatures.write(parseSeenSignatures(`{"archive":"${name}","sequence":7}`))
    expect(findSeen('/', own)).toEqual({ archive: own, sequence: 7 })
    expect(findSeen('/tea/', other)).toBe(undefined)
    markSeen('/', { archive: own, sequence: 6 })
    markSeen('/tea/', { archive: other, sequence: 2 })
    expect(findSeen('/', own)).toEqual({ archive: own, sequence: 7 })
    markSeen('/', { archive: own, sequence: 8 })
    expect(findSeen('/', own)).toEqual({ archive: own, sequence: 8 })
    const stored = JSON.stringify(seenSignatures.read())
    seenSignatures.write(parseSeenSignatures(stored))
    expect(findSeen('/harbour/', own)).toEqual({ archive: own, sequence: 7 })
  },
)
