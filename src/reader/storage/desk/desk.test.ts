import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { Desk } from './desk.ts'
import { parseDeskEntry, type DeskEntry } from './desk-entry.ts'
import { toDeskName } from './desk-name.ts'
import { hasDesk } from './desk-sign.ts'
import { signDesk } from './sign-desk.ts'
import { openDeskDatabase } from './open-desk-database.ts'

const base = '/tea/'
const opened: Desk[] = []
let time = 1_000

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const a = toId('2020-08-30-abcdefgh')
const b = toId('2020-09-01-abcdefgh')
const c = toId('undated-abcdefgh')

const nothing = () => undefined

async function openDesk(hasTraces = true): Promise<Desk> {
  const desk = await Desk.open({ base, now: () => ++time, hasTraces })
  opened.push(desk)
  return desk
}

function readAll(desk: Desk) {
  return {
    marks: desk.list('mark').map(({ id, value }) => `${id} ${value}`),
    saved: desk.list('saved').map(({ id }) => id),
  }
}

/** Local storage, which this environment has not. */
function makeStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const texts = new Map<string, string>()
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }
}

/** Waits until a window has heard of something; news between windows come in tasks of their own. */
async function until(desk: Desk, isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise<void>((resolve) => {
      const stop = desk.subscribe(() => {
        stop()
        resolve()
      })
    })
  }
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', makeStorage())
  signDesk(base, false)
})
afterEach(() => {
  for (const desk of opened.splice(0)) desk.close()
  vi.unstubAllGlobals()
})

test('what was changed is there at once, and when the desk is opened again', async () => {
  const desk = await openDesk()
  const { stored } = desk.change([
    { kind: 'mark', id: a, value: 'opened' },
    { kind: 'mark', id: c, value: 'read' },
    { kind: 'saved', id: b, value: { title: 'Lights' } },
  ])
  expect(desk.get('mark', a)).toBe('opened')
  await stored
  const again = await openDesk()
  expect(readAll(again)).toEqual({ marks: [`${a} opened`, `${c} read`], saved: [b] })
  expect(again.get('saved', b)).toEqual({ title: 'Lights' })
  expect(again.tellTrouble()).toBeUndefined()
})

test('a device where nobody keeps anything gets no database', async () => {
  await openDesk()
  expect(await indexedDB.databases()).toEqual([])
  expect(hasDesk(base)).toBe(false)
})

test('a change can be taken back, also one that removed something', async () => {
  const desk = await openDesk()
  desk.change([{ kind: 'saved', id: a, value: { title: 'Lights' } }])
  const { undo } = desk.change([
    { kind: 'saved', id: a },
    { kind: 'mark', id: b, value: 'read' },
  ])
  expect(readAll(desk)).toEqual({ marks: [`${b} read`], saved: [] })
  await desk.change(undo).stored
  expect(desk.get('saved', a)).toEqual({ title: 'Lights' })
  expect(readAll(await openDesk())).toEqual({ marks: [], saved: [a] })
})

test('a clock that goes back does not undo what somebody does', async () => {
  const desk = await openDesk()
  desk.change([{ kind: 'mark', id: a, value: 'read' }])
  time = 1
  desk.change([{ kind: 'mark', id: a }])
  expect(desk.get('mark', a)).toBeUndefined()
})

test('windows hear of each other, and two that write at once lose nothing', async () => {
  const [one, other] = [await openDesk(), await openDesk()]
  const mine = one.change([{ kind: 'mark', id: a, value: 'opened' }])
  const theirs = other.change([{ kind: 'mark', id: toId('2020-08-31-bcdefghi'), value: 'read' }])
  await Promise.all([mine.stored, theirs.stored])
  await until(one, () => one.list('mark').length === 2)
  await until(other, () => other.list('mark').length === 2)
  expect((await openDesk()).list('mark')).toHaveLength(2)
})

test('S25 a desk that is deleted is let go by every window, and is not written again', async () => {
  const [one, other] = [await openDesk(), await openDesk()]
  await one.change([{ kind: 'mark', id: a, value: 'opened' }]).stored
  await other.change([{ kind: 'saved', id: a, value: {} }]).stored
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(toDeskName(base)).addEventListener('success', resolve)
  })
  expect(await indexedDB.databases()).toEqual([])
  for (const desk of [one, other]) expect(readAll(desk)).toEqual({ marks: [], saved: [] })
  expect(hasDesk(base)).toBe(false)
  await one.change([{ kind: 'mark', id: b, value: 'opened' }]).stored
  expect(readAll(await openDesk())).toEqual({ marks: [`${b} opened`], saved: [] })
})

test('what is erased is gone from every window and the database, and the rest stays', async () => {
  const [one, other] = [await openDesk(), await openDesk()]
  await one.change([
    { kind: 'mark', id: a, value: 'opened' },
    { kind: 'mark', id: b, value: 'read' },
    { kind: 'saved', id: a, value: {} },
    { kind: 'note', id: `${a} 1`, value: {} },
  ]).stored
  await until(other, () => other.list('mark').length === 2)
  await one.erase(({ kind, value }) => kind === 'note' || value === 'opened')
  const rest = { marks: [`${b} read`], saved: [a] }
  expect(readAll(one)).toEqual(rest)
  await until(other, () => other.list('mark').length === 1)
  expect(readAll(other)).toEqual(rest)
  const again = await openDesk()
  expect([readAll(again), again.list('note')]).toEqual([rest, []])
})

test('a desk in which nothing is left is deleted, with its sign, and another one can be made', async () => {
  const desk = await openDesk()
  await desk.change([{ kind: 'mark', id: a, value: 'opened' }]).stored
  await desk.erase(() => false)
  expect(hasDesk(base)).toBe(true)
  await desk.erase(({ kind }) => kind === 'mark')
  expect([hasDesk(base), await indexedDB.databases()]).toEqual([false, []])
  await desk.change([{ kind: 'saved', id: b, value: {} }]).stored
  expect(readAll(await openDesk()).saved).toEqual([b])
})

test.each([
  ['blocked', undefined, 'blocked'],
  ['blocked with an error', 'SecurityError', 'blocked'],
  ['full', 'QuotaExceededError', 'full'],
] as const)(
  'where storage is %s all lasts as long as the page, and that is said once',
  async (_name, error, told) => {
    const open = () => {
      throw new DOMException('no', error)
    }
    vi.stubGlobal('indexedDB', error === undefined ? undefined : { open })
    const desk = await openDesk()
    await desk.change([{ kind: 'saved', id: a, value: {} }]).stored
    expect(readAll(desk).saved).toEqual([a])
    expect([desk.tellTrouble(), desk.tellTrouble()]).toEqual([told, undefined])
    expect(hasDesk(base)).toBe(false)
    // As soon as there is room, what could not be stored is.
    vi.stubGlobal('indexedDB', new IDBFactory())
    await desk.change([{ kind: 'saved', id: b, value: {} }]).stored
    expect(readAll(await openDesk()).saved).toEqual([a, b])
  },
)

test('what is broken in a database is counted, and the rest is read', async () => {
  await (await openDesk()).change([{ kind: 'saved', id: a, value: {} }]).stored
  const database = await openDeskDatabase(base, { onDeleted: nothing, onClosed: nothing })
  await database.put('entries', { kind: 'saved', id: 'x', at: 'yesterday' })
  await database.put('marks', { month: '2020-08', ids: 7 })
  database.close()
  const desk = await openDesk()
  expect([readAll(desk).saved, desk.broken]).toEqual([[a], 2])
})

test('what an older version knew as opened becomes marks, and its key goes', async () => {
  localStorage.setItem('broadsheet.visited', JSON.stringify([a, '../x', 7, a, b]))
  const desk = await openDesk()
  expect(localStorage.getItem('broadsheet.visited')).toBeNull()
  expect(readAll(desk).marks).toEqual([`${a} opened`, `${b} opened`])
  // Nobody knows when: what another device says of them is newer.
  expect(desk.list('mark').map(({ at }) => at)).toEqual([0, 0])
  expect(readAll(await openDesk()).marks).toHaveLength(2)
})

test('S25 without traces it does not, and its key goes too', async () => {
  localStorage.setItem('broadsheet.visited', JSON.stringify([a]))
  expect(readAll(await openDesk(false)).marks).toEqual([])
  expect(localStorage.getItem('broadsheet.visited')).toBeNull()
  expect(await indexedDB.databases()).toEqual([])
})

test.each(['{', '7', '[null]', ''])(
  'a broken key %s of an older version is no mark',
  async (text) => {
    localStorage.setItem('broadsheet.visited', text)
    expect(readAll(await openDesk()).marks).toEqual([])
  },
)

/** Entries of another device. */
function toEntries(...records: unknown[]): DeskEntry[] {
  return records.map(parseDeskEntry).filter((entry) => entry !== undefined)
}

test('a merge takes what is newer, and is taken back as if it had never been', async () => {
  const desk = await openDesk()
  await desk.change([
    { kind: 'mark', id: a, value: 'opened' },
    { kind: 'saved', id: a, value: { title: 'Lights' } },
    { kind: 'saved', id: b, value: {} },
  ]).stored
  const before = desk.listAll()
  const others = toEntries(
    { kind: 'mark', id: a, at: time + 9, value: 'read' },
    { kind: 'mark', id: c, at: 5, value: 'read' },
    { kind: 'saved', id: a, at: 1, value: { title: 'older' } },
    { kind: 'saved', id: b, at: time + 9 },
    { kind: 'plan', id: 'x', at: 7, value: { of: 'a newer version' } },
  )
  const { taken, stored } = desk.merge(others)
  await stored
  expect(taken).toHaveLength(4)
  const merged = { marks: [`${a} read`, `${c} read`], saved: [a] }
  expect([readAll(desk), readAll(await openDesk())]).toEqual([merged, merged])
  expect((await openDesk()).get('foreign', 'plan x')).toEqual({ of: 'a newer version' })
  expect(desk.merge(others).taken).toEqual([])
  await desk.restore(taken)
  for (const one of [desk, await openDesk()]) {
    expect(one.listAll()).toHaveLength(3)
    expect(one.listAll()).toEqual(expect.arrayContaining(before))
  }
  // The same file can be merged again.
  expect(desk.merge(others).taken).toHaveLength(4)
})

test('what was changed since a merge stays when that is taken back', async () => {
  const desk = await openDesk()
  const { taken, stored } = desk.merge(
    toEntries(
      { kind: 'mark', id: a, at: 5, value: 'read' },
      { kind: 'saved', id: b, at: 5, value: {} },
    ),
  )
  await stored
  await desk.change([{ kind: 'saved', id: b, value: { title: 'Mine' } }]).stored
  await desk.restore(taken)
  for (const one of [desk, await openDesk()]) {
    expect(readAll(one)).toEqual({ marks: [], saved: [b] })
    expect(one.get('saved', b)).toEqual({ title: 'Mine' })
  }
})

test('a merge into a device that kept nothing leaves nothing when it is taken back', async () => {
  const desk = await openDesk()
  const { taken, stored } = desk.merge(toEntries({ kind: 'saved', id: b, at: 5, value: {} }))
  await stored
  expect(hasDesk(base)).toBe(true)
  await desk.restore(taken)
  expect([hasDesk(base), await indexedDB.databases()]).toEqual([false, []])
})

test('what the database has of a newer version is read, passed on and erased like the rest', async () => {
  const desk = await openDesk()
  await desk.merge(toEntries({ kind: 'plan', id: 'x', at: 7, value: 1 })).stored
  const database = await desk.connect()
  expect(await database.get('entries', ['plan', 'x'])).toEqual({
    kind: 'plan',
    id: 'x',
    at: 7,
    value: 1,
  })
  await desk.erase(({ kind }) => kind === 'foreign')
  expect(await indexedDB.databases()).toEqual([])
})
