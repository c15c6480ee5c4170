import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { siteBase } from '#reader/links/paths.ts'
import { deskSignKey } from '#reader/storage/desk/desk-sign.ts'
import { openDeskDatabase } from '#reader/storage/desk/open-desk-database.ts'
import { countBroken } from './count-broken.ts'

const nothing = () => undefined

test('entries of the desk that could not be read are counted, and notes that are none', async () => {
  vi.stubGlobal('localStorage', { getItem: () => null, removeItem: () => undefined })
  expect(await countBroken()).toBe(0)

  const keys = new Map([[deskSignKey, siteBase]])
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => keys.get(key) ?? null,
    setItem: (key: string, text: string) => void keys.set(key, text),
    removeItem: (key: string) => void keys.delete(key),
  })
  const database = await openDeskDatabase(siteBase, { onClosed: nothing, onDeleted: nothing })
  const entries: unknown[] = [
    { kind: 'saved', id: 'no post', at: 1, value: {} },
    { kind: 'note', id: '2020-08-30-abcdefgh one', at: 1, value: { anchor: 'no' } },
  ]
  for (const entry of entries) await database.put('entries', entry)
  database.close()
  expect(await countBroken()).toBe(2)
})
