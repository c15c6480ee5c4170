import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePostId, toPostId, type PostId } from '../post/post-id.ts'
import { formatSharedList, mostShared, parseSharedList } from './shared-list.ts'

const figures = 'abcdefghijklmnopqrstuvwxyz234567'
const digest = fc
  .array(fc.integer({ min: 0, max: 31 }), { minLength: 8, maxLength: 8 })
  .map((all) => all.map((at) => figures[at]).join(''))
const day = fc.option(
  fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  { nil: undefined },
)
const id = fc.tuple(day, digest).map(([own, end]) => toPostId(own, end))
const title = fc.string({ unit: 'grapheme', maxLength: 30 })

test('a link gives back the title and the ids in their order, of any day', () => {
  fc.assert(
    fc.property(title, fc.uniqueArray(id, { maxLength: 20 }), (name, ids) => {
      const params = new URLSearchParams([['ids', formatSharedList(name, ids)]])
      const value = new URLSearchParams(params.toString()).get('ids') ?? ''
      expect(parseSharedList(value)).toEqual({
        title: name.replaceAll(/\s+/gu, ' ').trim(),
        ids,
        unread: 0,
      })
    }),
  )
})

test('whatever an address holds, only ids come of it, in a bounded number', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const { ids, title: name } = parseSharedList(value)
      expect(ids.every((own) => parsePostId(own) === own)).toBe(true)
      expect(Array.from(name).length).toBeLessThanOrEqual(100)
    }),
  )
})

const known: PostId = toPostId('2020-08-30', 'abcdefgh')

test('a link is written as its format says', () => {
  const value = formatSharedList('Storms', [known, toPostId(undefined, 'abcdefgh')])
  expect(value).toBe('ea0abcdefgh.abcdefgh_Storms')
})

test.each([
  ['days that are none', '2020-02-31-abcdefgh.0e7abcdefgh_x', 2, 0],
  ['a path', '../../etc.abc/def_x', 0, 3],
  ['a script', '<script>.__proto__', 0, 1],
  ['nothing', '', 0, 0],
  ['only a title', '_Storms', 0, 0],
  ['the same twice', `${known}.${known}`, 1, 0],
] as const)('%s: ids that could be some are kept, all others counted', (_, value, ids, unread) => {
  const read = parseSharedList(value)
  expect([read.ids.length, read.unread]).toEqual([ids, unread])
})

test('a link of most posts and the longest title stays below what hosts take, and counts what is beyond', () => {
  const many = Array.from({ length: mostShared }, (_, at) =>
    toPostId(
      '2020-08-30',
      Array.from(String(at).padStart(8, '0'), (own) => figures[Number(own)]).join(''),
    ),
  )
  const value = formatSharedList('纸'.repeat(200), [...many, known])
  expect(new URLSearchParams([['ids', value]]).toString().length).toBeLessThan(7_500)
  expect(parseSharedList(value)).toMatchObject({ title: '纸'.repeat(100), ids: many, unread: 0 })
  expect(parseSharedList(`${known}.${value}`).unread).toBe(1)
})
