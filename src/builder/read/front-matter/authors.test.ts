import { expect, test } from 'vitest'
import { toAuthors } from './authors.ts'
import { KnownFields } from './known-fields.ts'
import { parseFrontMatter } from './parse-front-matter.ts'
import { toPlainField } from './plain-fields.ts'

function readAuthors(written: Record<string, unknown>): string[] {
  return toAuthors(
    new KnownFields(
      new Map(Object.entries(written).map(([key, value]) => [key, toPlainField(value, 2)])),
    ),
  )
}

test.each([
  ['author: 法广', ['法广']],
  ['author: A &#38; B', ['A & B']],
  ['author: [A, B, C]', ['A', 'B', 'C']],
  ['author: null\nauthors: B', ['B']],
  ['author: 007', ['007']],
  ['author: {}', []],
  ['Authors: ["[[people/ada|Ada Vale]]", "[[B]]"]', ['Ada Vale', 'B']],
])('the authors of "%s"', (yaml, authors) => {
  const fields = parseFrontMatter(yaml, 2).value?.fields ?? new Map<string, never>()
  expect(toAuthors(new KnownFields(fields))).toEqual(authors)
})

test.each([
  [{ author: 'Ada Vale' }, ['Ada Vale']],
  [{ authors: ['Ada Vale', 'Ben Rook', 'Ada Vale'] }, ['Ada Vale', 'Ben Rook']],
  [{ author: { name: 'Ada Vale', email: 'ada@harbour.example' } }, ['Ada Vale']],
  [{ authors: [{ name: 'Ada Vale' }, { nick: 'rook' }] }, ['Ada Vale', 'rook']],
  [{ author: 'Ada Vale', authors: ['Ada Vale', 'Ben Rook'] }, ['Ada Vale', 'Ben Rook']],
  [{ author: 'Harbour Desk', authors: ['Ada Vale', 'Ben Rook'] }, ['Harbour Desk']],
  [{ extra: { authors: ['Ada Vale', 'Ben Rook'] } }, ['Ada Vale', 'Ben Rook']],
  [{ author: '', byline: 'Ada Vale' }, ['Ada Vale']],
  [{ author: 'Ada Vale <ada@quay.example>' }, ['Ada Vale']],
  [{ author: 'ada@quay.example (Ada Vale)' }, ['Ada Vale']],
  [{ author: 'ada@quay.example' }, ['ada@quay.example']],
  [{ authors: ['Ada <a@quay.example>', '<b@quay.example>'] }, ['Ada', '<b@quay.example>']],
  [{ published_by: ['Ada Vale'] }, ['Ada Vale']],
  [{ title: 'Fog' }, []],
])('the authors of %o', (written, authors) => {
  expect(readAuthors(written)).toEqual(authors)
})

test.each([
  ['Ada Vale and Ben Rook', ['Ada Vale', 'Ben Rook']],
  ['Ada Vale & Ben Rook', ['Ada Vale', 'Ben Rook']],
  ['Ada Vale, Ben Rook and Cy Marsh', ['Ada Vale', 'Ben Rook', 'Cy Marsh']],
  ['Ada Vale, Ben Rook, and Cy Marsh', ['Ada Vale', 'Ben Rook', 'Cy Marsh']],
  ['Ada Vale; Ben Rook', ['Ada Vale', 'Ben Rook']],
  ['Anna von der Heide und B. J. O’Rook', ['Anna von der Heide', 'B. J. O’Rook']],
  ['Jean-Luc Du Bois et Zoé Été', ['Jean-Luc Du Bois', 'Zoé Été']],
  ['陳大文、李小明', ['陳大文', '李小明']],
])('%s are several authors', (author, authors) => {
  expect(readAuthors({ author })).toEqual(authors)
})

test.each([
  'Vale, Ada',
  'Ada Vale, Harbour Editor',
  'Ada Vale, Ben Rook',
  'Ada Vale, Ben Rook & more',
  'Ada Vale and the night watch',
  'Vale & Rook',
  'Fog and Salt',
  'Department of Tides and Harbours',
  'Harbour News and Tide Press',
  'Ada Vale, PhD',
  '本報記者、李小明',
  '圖、文',
  `Ada Vale and ${'Ben '.repeat(500)}Rook`,
])('%s is one author', (author) => {
  expect(readAuthors({ author })).toEqual([author])
})

test('commas alone separate names in a field for several', () => {
  expect(readAuthors({ authors: 'Ada Vale, Ben Rook' })).toEqual(['Ada Vale', 'Ben Rook'])
  expect(readAuthors({ authors: 'Vale, Ada' })).toEqual(['Vale, Ada'])
})

test('S20 a text made for slow patterns is read at once', () => {
  const author = `${'A '.repeat(400)}and `.repeat(2)
  expect(readAuthors({ author })).toHaveLength(1)
  const names = Array.from({ length: 5000 }, (_, at) => `Ada Vale ${at}`)
  expect(readAuthors({ authors: names })).toHaveLength(100)
})
