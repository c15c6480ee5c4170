import { describe, expect, test } from 'vitest'
import { buildLocalStore, type TextStorage } from './local-store.ts'
import { defaultSettings, parseSettings, withSetting } from './settings.ts'

function makeStore(storage: () => TextStorage) {
  return buildLocalStore({
    key: 'k',
    parse: parseSettings,
    format: (value) => JSON.stringify(value),
    storage,
  })
}

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError')
}
const full = (): TextStorage => ({
  getItem: () => null,
  removeItem: () => undefined,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
})

describe('settings in storage', () => {
  test.each([
    ['S24 blocked storage falls back to memory', blocked],
    ['S24 full storage falls back to memory', full],
  ])('%s', (_name, storage) => {
    const store = makeStore(storage)
    expect(store.read()).toEqual(defaultSettings)
    store.write({ ...defaultSettings, theme: 'sepia' })
    expect(store.read().theme).toBe('sepia')
  })

  test('a value without a text leaves nothing in the storage', () => {
    const kept = new Map([['k', 'old']])
    const store = buildLocalStore<string | undefined>({
      key: 'k',
      parse: (text) => text ?? undefined,
      format: (text) => text,
      storage: () => ({
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, text) => kept.set(key, text),
        removeItem: (key) => kept.delete(key),
      }),
    })
    expect(store.read()).toBe('old')
    store.write(undefined)
    expect([...kept]).toEqual([])
    expect(store.read()).toBeUndefined()
    store.write('new')
    expect([...kept]).toEqual([['k', 'new']])
  })

  test('notifies its listeners until they unsubscribe', () => {
    const store = makeStore(full)
    let calls = 0
    const leave = store.subscribe(() => {
      calls++
    })
    store.write(defaultSettings)
    leave()
    store.write(defaultSettings)
    expect(calls).toBe(1)
  })
})

describe('parseSettings', () => {
  test.each([
    ['nothing stored', null],
    ['invalid JSON', '{theme'],
    ['an array', '[1]'],
    ['null', 'null'],
    ['values that are not offered', '{"theme":"<script>","textSize":9,"timelinePictures":"yes"}'],
    ['prototype names', '{"__proto__":{"theme":"dark"}}'],
  ])('returns the defaults for %s', (_name, stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings)
  })

  test('keeps valid values beside broken ones', () => {
    expect(parseSettings('{"theme":"dark","clock":"endless"}')).toEqual({
      ...defaultSettings,
      theme: 'dark',
    })
  })

  test.each([
    [true, 'all'],
    [false, 'kept'],
  ])('pictures in the timeline stored as %o become %s', (stored, setting) => {
    const settings = parseSettings(JSON.stringify({ timelinePictures: stored }))
    expect(settings.timelinePictures).toBe(setting)
  })

  test('withSetting accepts only values that are offered', () => {
    expect(withSetting(defaultSettings, 'theme', 'sepia').theme).toBe('sepia')
    expect(withSetting(defaultSettings, 'theme', 'neon').theme).toBe('system')
  })
})
