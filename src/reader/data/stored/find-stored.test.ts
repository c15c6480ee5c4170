// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as v from 'valibot'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import { EntryMemory } from '#reader/storage/entry-memory.ts'
import { recentSearches, rememberSearch } from '#reader/storage/recent-searches.ts'
import { signDesk } from '#reader/storage/desk/sign-desk.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { findStored } from './find-stored.ts'
import { removeSome, removeStored } from './remove-stored.ts'
import { sizeDatabase } from './size-database.ts'

const base = '/tea/'
const storage = () => sessionStorage

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  vi.stubGlobal('caches', new MemoryCaches())
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function fill(name: string): Promise<void> {
  const cache = await caches.open(name)
  await cache.put(`${base}a`, new Response('12345'))
}

const names = (stored: readonly { name: string; kind: string }[]) =>
  stored.map(({ name, kind }) => `${name}: ${kind}`)

test('S25 everything of this site is listed, and nothing of others', async () => {
  localStorage.setItem('broadsheet.visit', '{"at":5,"now":{"day":"2020-01-01","posts":1}}')
  localStorage.setItem('broadsheet.later', 'x')
  localStorage.setItem('someone', 'x')
  sessionStorage.setItem('broadsheet.places', '[]')
  sessionStorage.setItem('toString', 'x')
  for (const folder of [base, `${base} new`, '/', '/tea/green/', '/teas/']) {
    await fill(`broadsheet ${folder}`)
  }
  const { stored, unread } = await findStored(base)
  expect(unread).toEqual([])
  expect(names(stored)).toEqual([
    'broadsheet.visit: visit',
    'broadsheet.later: unknown',
    'broadsheet.places: places',
    'broadsheet /tea/: kept',
    'broadsheet /tea/ new: unknown',
  ])
  expect(stored[0]).toMatchObject({ at: 5, bytes: 122 })
  expect(stored[3]).toMatchObject({ bytes: 5 })
})

/** Makes a database with a record. */
async function makeDatabase(name: string): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore('records', { autoIncrement: true }),
  })
  await database.add('records', { a: '12345', b: new Uint8Array(3) })
  database.close()
}

test('S25 the desk and databases of other versions are listed with their sizes', async () => {
  for (const folder of [`${base} desk`, `${base} later`, '/ desk']) {
    await makeDatabase(`broadsheet ${folder}`)
  }
  await makeDatabase('x')
  const { stored } = await findStored(base)
  expect(names(stored)).toEqual(['broadsheet /tea/ desk: desk', 'broadsheet /tea/ later: unknown'])
  expect(stored.map(({ bytes }) => bytes)).toEqual([16, 16])
})

test('S25 a desk is known by its sign where databases are not listed, and goes with it', async () => {
  await makeDatabase('broadsheet / desk')
  signDesk('/', true)
  Object.defineProperty(indexedDB, 'databases', { value: undefined, configurable: true })
  const { stored } = await findStored('/')
  expect(names(stored)).toEqual(['broadsheet.desk: deskSign', 'broadsheet / desk: desk'])
  for (const one of stored.slice(1)) await removeStored(one)
  expect(await findStored('/')).toEqual({ stored: [], unread: [] })
  Reflect.deleteProperty(indexedDB, 'databases')
  expect(await indexedDB.databases()).toEqual([])
})

test('S25 looking at a database that is gone makes none', async () => {
  expect(await sizeDatabase('broadsheet / desk')).toBeUndefined()
  expect(await indexedDB.databases()).toEqual([])
})

test('S25 where storage is blocked nothing is listed', async () => {
  vi.stubGlobal('localStorage', undefined)
  sessionStorage.setItem('broadsheet.scroll', '[]')
  expect(names((await findStored(base)).stored)).toEqual(['broadsheet.scroll: scroll'])
})

const failing = (name: string) => () => Promise.reject(new DOMException('no', name))

test.each([
  ['could not be looked at is named', 'UnknownError', ['cache', 'worker']],
  ['the browser blocks has nothing', 'SecurityError', []],
])('S25 an area that %s, and takes no other with it', async (_, name, expected) => {
  sessionStorage.setItem('broadsheet.scroll', '[]')
  vi.stubGlobal('caches', { keys: failing(name) })
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: failing(name) } })
  const { stored, unread } = await findStored(base)
  expect(names(stored)).toEqual(['broadsheet.scroll: scroll'])
  expect(unread).toEqual(expected)
})

test('S25 a cache that cannot be opened is listed without its size', async () => {
  await fill(`broadsheet ${base} new`)
  vi.spyOn(caches, 'open').mockRejectedValue(new DOMException('no', 'UnknownError'))
  const { stored, unread } = await findStored(base)
  expect(stored).toEqual([{ area: 'cache', name: `broadsheet ${base} new`, kind: 'unknown' }])
  expect(unread).toEqual([])
})

test('S25 looking makes no cache that another window has removed meanwhile', async () => {
  const name = `broadsheet ${base} new`
  vi.spyOn(caches, 'keys').mockResolvedValue([name])
  await findStored(base)
  expect(await caches.has(name)).toBe(false)
})

test('S25 what is removed with all leaves no key where none was', async () => {
  const kept = { area: 'cache', name: `broadsheet ${base}`, kind: 'kept' } as const
  const settings = { area: 'local', name: 'broadsheet.settings', kind: 'settings' } as const
  await removeSome([kept])
  expect(localStorage.getItem('broadsheet.settings')).toBeNull()
  settingsStore.write({ ...settingsStore.read(), keepRead: 'on' })
  await removeSome([settings, kept])
  expect(localStorage.getItem('broadsheet.settings')).toBeNull()
  settingsStore.write({ ...settingsStore.read(), keepRead: 'on' })
  await removeSome([kept])
  expect(settingsStore.read().keepRead).toBe('off')
})

test('S25 what is removed does not come back with the next write', async () => {
  rememberSearch('sea')
  await removeStored({ area: 'local', name: 'broadsheet.searches', kind: 'searches' })
  expect(localStorage.getItem('broadsheet.searches')).toBeNull()
  rememberSearch('wall')
  expect(recentSearches.read()).toEqual(['wall'])
})

test('S25 places that are removed do not come back with the next one', async () => {
  const memory = new EntryMemory({ name: 'broadsheet.scroll', shape: v.number(), storage })
  memory.remember('a', 1)
  await removeStored({ area: 'session', name: 'broadsheet.scroll', kind: 'scroll' })
  memory.remember('b', 2)
  expect(sessionStorage.getItem('broadsheet.scroll')).toBe('[["b",2]]')
})
