import { expect, test } from 'vitest'
import { ScrollPlaceMemory } from './scroll-place.ts'

function makeStorage(stored = new Map<string, string>()) {
  return () => ({
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      stored.set(key, value)
    },
  })
}

test('a place survives a reload', () => {
  const storage = makeStorage()
  new ScrollPlaceMemory(storage).remember('a', { ordinal: 7, top: -12, focused: 8 })
  expect(new ScrollPlaceMemory(storage).recall('a')).toEqual({ ordinal: 7, top: -12, focused: 8 })
  expect(new ScrollPlaceMemory(storage).recall('b')).toBeUndefined()
})

test('only the newest forty places survive a reload', () => {
  const storage = makeStorage()
  const memory = new ScrollPlaceMemory(storage)
  for (let at = 0; at < 50; at++) memory.remember(String(at), { ordinal: at, top: 0 })
  expect(new ScrollPlaceMemory(storage).recall('9')).toBeUndefined()
  expect(new ScrollPlaceMemory(storage).recall('10')).toEqual({ ordinal: 10, top: 0 })
})

test.each(['{', '{"a":1}', '[["a",{"ordinal":"x"}]]', 'null'])(
  'S24 corrupt storage %s counts as empty',
  (text) => {
    const storage = makeStorage(new Map([['broadsheet.places', text]]))
    expect(new ScrollPlaceMemory(storage).recall('a')).toBeUndefined()
  },
)

test('S24 places are kept in memory when storage is blocked', () => {
  const memory = new ScrollPlaceMemory(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  memory.remember('a', { ordinal: 1, top: 0 })
  expect(memory.recall('a')).toEqual({ ordinal: 1, top: 0 })
})
