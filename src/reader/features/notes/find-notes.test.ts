import { expect, test } from 'vitest'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { toNoteId, type DeskNote, type NoteColor } from '#reader/data/desk/kept-notes.ts'
import { findNotes, type NoteFilter, type NoteOrder } from './find-notes.ts'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

function makeNote(day: string, color: NoteColor, exact: string, text?: string): DeskNote {
  const post = toId(`${day}-abcdefgh`)
  const anchor = { exact, prefix: '', suffix: '', start: 0, end: exact.length }
  return { id: toNoteId(post, exact), post, anchor, color, text, made: 0, title: `Post of ${day}` }
}

const notes = [
  makeNote('2020-08-30', 'red', 'Lanterns', 'ask about 2016'),
  makeNote('2020-08-30', 'yellow', 'harbour'),
  makeNote('2020-09-01', 'red', '海堤'),
]
const [lanterns, harbour, wall] = ['Lanterns', 'harbour', '海堤']

test.each<[string, NoteFilter, NoteOrder, (string | undefined)[][]]>([
  ['all of them by article', { words: '' }, 'article', [[lanterns, harbour], [wall]]],
  [
    'all of them by colour, as colours are offered',
    { words: '' },
    'color',
    [[harbour], [lanterns, wall]],
  ],
  ['one colour', { words: '', color: 'red' }, 'article', [[lanterns], [wall]]],
  ['words of the quote, whatever their case', { words: 'LANTERNS' }, 'article', [[lanterns]]],
  ['words of what was written and of the title', { words: '2016 post' }, 'article', [[lanterns]]],
  ['words in Chinese', { words: '海堤' }, 'color', [[wall]]],
  ['words that no note has', { words: 'tide' }, 'article', []],
])('the page shows %s', (_name, filter, order, shown) => {
  const groups = findNotes(notes, filter, order)
  expect(groups.map((group) => group.map(({ anchor }) => anchor.exact))).toEqual(shown)
})
