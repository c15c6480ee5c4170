import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { toPostId } from '#core/post/post-id.ts'
import { toDeskWords } from '#reader/language/desk-words.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'
import { deskNews, undoNews } from './desk-news.ts'
import {
  startList,
  deleteList,
  isOnList,
  moveOnList,
  mostListed,
  noteOnList,
  putOnList,
  renameList,
  takeOffList,
} from './edit-lists.ts'
import { listItems, listDeskLists } from './desk-lists.ts'
import { openSiteDesk } from './site-desk.ts'

const makePost = (digest: string, title?: string) => ({
  id: toPostId('2020-08-30', digest),
  title,
})
const tide = makePost('aaaaaaaa', 'Tide tables')
const wall = makePost('bbbbbbbb', 'Sea wall')
const lamp = { ...makePost('cccccccc', 'Lamps'), formerId: toPostId('2020-08-29', 'cccccccc') }

async function makeList(name: string): Promise<string> {
  const list = await startList(name)
  if (list === undefined) throw new Error(name)
  return list
}

async function undo(): Promise<void> {
  const news = deskNews.read()
  if (news === undefined || !('undo' in news)) throw new Error('nothing to undo')
  await undoNews(news)
}

const digests = (items: readonly { post: string }[]) =>
  items.map(({ post }) => post.slice(-1)).join('')

test('a list is made, filled in an order, noted, and deleted with a way back', async () => {
  const desk = await openSiteDesk()
  const list = await makeList('  Storms \n of   2020 ')
  expect(list).toMatch(/^[a-z2-7]{12}$/)
  await putOnList(list, [tide, wall])
  await putOnList(list, [wall, lamp])
  expect(listDeskLists(desk)).toEqual([{ id: list, name: 'Storms of 2020', posts: 3 }])
  expect(deskNews.read()).toMatchObject({ kind: 'listed', posts: 1, name: 'Storms of 2020' })
  await moveOnList(list, { from: 2, to: 0 })
  await noteOnList(list, wall.id, ' the   one with the photograph ')
  expect(digests(listItems(desk, list))).toBe('cab')
  expect(listItems(desk, list)[2]).toMatchObject({
    title: 'Sea wall',
    noted: 'the one with the photograph',
  })
  await noteOnList(list, wall.id, ' ')
  expect(listItems(desk, list)[2]?.noted).toBeUndefined()

  await deleteList(list)
  expect(listDeskLists(desk)).toEqual([])
  expect(listItems(desk, list)).toEqual([])
  await undo()
  expect(digests(listItems(desk, list))).toBe('cab')
  await deleteList(list)
})

test('a post is on a list under its former id as well, and is taken off whole', async () => {
  const desk = await openSiteDesk()
  const list = await makeList('Lamps')
  await putOnList(list, [{ ...lamp, id: lamp.formerId, formerId: undefined }])
  expect(isOnList(desk, list, lamp)).toBe(true)
  await putOnList(list, [lamp])
  expect(listItems(desk, list)).toHaveLength(1)
  await takeOffList(list, [lamp])
  expect(listItems(desk, list)).toEqual([])
  await undo()
  expect(isOnList(desk, list, lamp)).toBe(true)
  await deleteList(list)
})

test('a list is renamed, never to nothing, and names itself wherever words do', async () => {
  const list = await makeList('<b>Storms</b>')
  const words = toDeskWords((key) => key)
  expect(words(`saved.${list}`)).toBe('<b>Storms</b>')
  await renameList(list, 'x'.repeat(101))
  await renameList(list, ' \t')
  expect(shownDesk.nameOf?.(list)).toBe('x'.repeat(100))
  expect(await startList(' \n ')).toBeUndefined()
  expect([words('saved.all'), words('saved.toString'), words('mark.read')]).toEqual([
    'saved.all',
    'saved.list',
    'mark.read',
  ])
  await deleteList(list)
})

test('posts for which a list has no room are counted', async () => {
  const desk = await openSiteDesk()
  const list = await makeList('All')
  const letters = 'abcdefghij'
  const many = Array.from({ length: mostListed + 2 }, (_, at) =>
    makePost(Array.from(String(at).padStart(8, '0'), (digit) => letters[Number(digit)]).join('')),
  )
  await putOnList(list, many)
  expect(listItems(desk, list)).toHaveLength(mostListed)
  expect(deskNews.read()).toMatchObject({ kind: 'listed', posts: mostListed, skipped: 2 })
  await deleteList(list)
})

test('what another program wrote for an item of a list is left out, and its note is read by the address', async () => {
  const desk = await openSiteDesk()
  const list = await makeList('Storms')
  await desk.change([
    { kind: 'list-item', id: `${list} no-post`, value: { order: 0 } },
    { kind: 'list-item', id: list, value: { order: 1 } },
    { kind: 'list-item', id: `${list} ${tide.id}`, value: { order: 2, note: '<i>see</i>' } },
  ]).stored
  expect(digests(listItems(desk, list))).toBe('a')
  expect(shownDesk.noteOf?.(`saved=${list}&sort=own`, tide)).toBe('<i>see</i>')
  expect(shownDesk.noteOf?.(`saved=${list}`, { ...wall, formerId: tide.id })).toBe('<i>see</i>')
  expect(shownDesk.noteOf?.(`saved=${list}&saved=all`, tide)).toBeUndefined()
  expect(shownDesk.noteOf?.('saved=all', tide)).toBeUndefined()
})

test('a post that is moved on one device and noted on another is both', async () => {
  const desk = await openSiteDesk()
  const list = await makeList('Both')
  await putOnList(list, [tide, wall])
  const id = `${list} ${tide.id}`
  await noteOnList(list, tide.id, 'see the chart')
  const later = Date.now() + 1000
  desk.merge([{ kind: 'list-item', id, at: later, value: { order: 7, title: 'Tide tables' } }])
  expect(listItems(desk, list).map(({ noted }) => noted)).toEqual([undefined, 'see the chart'])
  desk.merge([{ kind: 'list-note', id, at: later, value: { text: 'seen' } }])
  expect(listItems(desk, list)[1]).toMatchObject({ order: 7, noted: 'seen' })
  await deleteList(list)
  await undo()
  expect(listItems(desk, list)[1]?.noted).toBe('seen')
})

test('a note that an older version kept with the item is read, stays when it is moved, and can be removed', async () => {
  const desk = await openSiteDesk()
  const list = await makeList('Older')
  await putOnList(list, [wall])
  const id = `${list} ${tide.id}`
  await desk.change([{ kind: 'list-item', id, value: { order: 9, note: 'old words' } }]).stored
  await moveOnList(list, { from: 1, to: 0 })
  expect(listItems(desk, list)[0]?.noted).toBe('old words')
  await noteOnList(list, tide.id, '')
  expect(listItems(desk, list)[0]?.noted).toBeUndefined()
  await takeOffList(list, [tide])
  await undo()
  expect(listItems(desk, list)[0]?.noted).toBeUndefined()
})
