import * as v from 'valibot'
import { expect, test } from 'vitest'
import { EntryMemory, toEntryKey } from './entry-memory.ts'

const name = 'broadsheet.places'

function makeStorage(stored = new Map<string, string>()) {
  return () => ({
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      stored.set(key, value)
    },
  })
}

function makeMemory(storage: ReturnType<typeof makeStorage>) {
  return new EntryMemory({ name, shape: v.object({ top: v.number() }), storage })
}

test('a place survives a reload', () => {
  const storage = makeStorage()
  makeMemory(storage).remember('a', { top: -12 })
  expect(makeMemory(storage).recall('a')).toEqual({ top: -12 })
  expect(makeMemory(storage).recall('b')).toBeUndefined()
})

test('only the newest forty places survive a reload', () => {
  const storage = makeStorage()
  const memory = makeMemory(storage)
  for (let at = 0; at < 50; at++) memory.remember(String(at), { top: at })
  expect(makeMemory(storage).recall('9')).toBeUndefined()
  expect(makeMemory(storage).recall('10')).toEqual({ top: 10 })
})

test.each(['{', '{"a":1}', '[["a",{"top":"x"}]]', 'null'])(
  'S24 corrupt storage %s counts as empty',
  (text) => {
    const storage = makeStorage(new Map([[name, text]]))
    expect(makeMemory(storage).recall('a')).toBeUndefined()
  },
)

test('S24 places are kept in memory when storage is blocked', () => {
  const memory = makeMemory(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  memory.remember('a', { top: 0 })
  expect(memory.recall('a')).toEqual({ top: 0 })
})

test('entries that the router did not make are told apart by their addresses', () => {
  const first = { key: 'default', pathname: '/', search: '?q=a', hash: '' }
  expect(toEntryKey(first)).not.toBe(toEntryKey({ ...first, search: '?q=b' }))
  expect(toEntryKey({ ...first, key: 'x1' })).toBe('x1')
})
