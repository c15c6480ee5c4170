import { expect, test } from 'vitest'
import { reloadOnce } from './reload-once.ts'

function makePlace(now: { ms: number }) {
  const stored = new Map<string, string>()
  const place = {
    reloads: 0,
    storage: () => ({
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => {
        stored.set(key, value)
      },
    }),
    now: () => now.ms,
    reload: () => {
      place.reloads++
    },
  }
  return place
}

test('S23 reloads once, not again within a minute, and again later', () => {
  const now = { ms: 1_000_000 }
  const place = makePlace(now)
  expect(reloadOnce(place)).toBe(true)
  now.ms += 30_000
  expect(reloadOnce(place)).toBe(false)
  now.ms += 60_000
  expect(reloadOnce(place)).toBe(true)
  expect(place.reloads).toBe(2)
})

test('S23 never reloads where nothing would stop a reload loop', () => {
  const place = {
    ...makePlace({ ms: 0 }),
    storage: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  }
  expect(reloadOnce(place)).toBe(false)
})
