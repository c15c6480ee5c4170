import { expect, test } from 'vitest'
import {
  listKeptPaths,
  listReadOnly,
  parseKeptRecord,
  sumKeptBytes,
  toKeptRecord,
} from './kept-record.ts'

const record = toKeptRecord(
  {
    build: 'one',
    shared: ['assets/a.js'],
    lists: [{ query: 'tag=sea', posts: 3, kept: 2, files: ['data/bodies/a', 'data/bodies/b'] }],
    read: [
      { id: '2020-01-01-abcdefgh', files: ['data/bodies/b'] },
      { id: '2020-01-02-abcdefgh', files: ['data/bodies/c'] },
    ],
  },
  { 'assets/a.js': 5, 'data/bodies/a': 10, 'data/bodies/b': 20, 'data/bodies/c': 40, 'data/x': 80 },
)

test('a record survives its own format, with the sizes of its own files alone', () => {
  expect(parseKeptRecord(JSON.parse(JSON.stringify(record)))).toEqual(record)
  expect(Object.keys(record.sizes).toSorted()).toEqual([...listKeptPaths(record)].toSorted())
})

test.each([
  ['nothing', undefined],
  ['another version', { ...record, version: 2 }],
  ['no lists', { ...record, lists: 'all' }],
  ['a size below zero', { ...record, sizes: { 'data/x': -1 } }],
])('%s is no record', (_, value) => {
  expect(parseKeptRecord(value)).toBeUndefined()
})

test('a file that several name counts once', () => {
  expect(sumKeptBytes(record, listKeptPaths(record))).toBe(75)
  expect(sumKeptBytes(record, listReadOnly(record))).toBe(40)
})

test('a file that nobody has kept is in no record', () => {
  const { 'data/bodies/c': _, ...sizes } = record.sizes
  expect(() => toKeptRecord(record, sizes)).toThrow('data/bodies/c')
})
