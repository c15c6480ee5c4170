// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { AnchorText } from '#core/anchor/anchor-text.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { Desk } from '#reader/storage/desk/desk.ts'
import { listNotes, toNoteId } from './kept-notes.ts'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const lights = toId('2020-08-30-abcdefgh')
const gulls = toId('2020-09-01-abcdefgh')

const text =
  'At seventeen minutes to eleven all eleven lanterns were lit at once. Nobody made a speech.'

function makeNote(start: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const anchor = new AnchorText(text).anchor({ start, end: start + 12 })
  return { anchor, color: 'green', made: 1, title: 'The lights', ...more }
}

test('notes are listed by article and place; what cannot be read is counted', async () => {
  const desk = await Desk.open({ base: '/', now: () => 1, hasTraces: true })
  const entries: [string, Record<string, unknown>][] = [
    [toNoteId(gulls, 'aaaa'), makeNote(3)],
    [toNoteId(lights, 'bbbb'), makeNote(20, { text: 'mine' })],
    [toNoteId(lights, 'cccc'), makeNote(3, { color: 'javascript:' })],
    [toNoteId(lights, 'dddd'), makeNote(3, { anchor: { exact: 4 } })],
    [toNoteId(lights, 'eeee'), makeNote(3, { text: 'x'.repeat(20_001) })],
    ['somewhere aaaa', makeNote(3)],
  ]
  desk.change(entries.map(([id, value]) => ({ kind: 'note', id, value })))
  const { notes, broken } = listNotes(desk)
  expect(notes.map(({ id, color, text: own }) => [id, color, own])).toEqual([
    [toNoteId(lights, 'cccc'), 'yellow', undefined],
    [toNoteId(lights, 'bbbb'), 'green', 'mine'],
    [toNoteId(gulls, 'aaaa'), 'green', undefined],
  ])
  expect(broken).toBe(3)
  expect(listNotes(desk, gulls).notes.map(({ post }) => post)).toEqual([gulls])
  desk.close()
})
