import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText } from '#builder/ground/text/compare.ts'
import { cutLists } from './cut-lists.ts'

const makePaths = (count: number, mark = '') =>
  Array.from({ length: count }, (_, at) => `posts/${mark}${at}/index.html`).toSorted(compareText)

function cut(paths: string[]): string[] {
  let start = 0
  return cutLists(paths).map((end) => {
    const list = paths.slice(start, end).join('\n')
    start = end
    return list
  })
}

test('every file stands in one list, in order', () => {
  const path = fc.string({ minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 600 }), (some) => {
      const paths = some.toSorted(compareText)
      const ends = cutLists(paths)
      expect(ends).toEqual([...new Set(ends)].toSorted((one, other) => one - other))
      expect(ends.at(-1) ?? 0).toBe(paths.length)
    }),
  )
})

test('a file more changes the list that it stands in, and at most cuts it in two', () => {
  const before = makePaths(20_000)
  const known = new Set(cut(before))
  for (let round = 0; round < 50; round++) {
    const after = [...before, `posts/${round * 397}/more.html`].toSorted(compareText)
    expect(cut(after).filter((list) => !known.has(list)).length).toBeLessThanOrEqual(2)
  }
})

test('lists are about 128 files long, and never longer than 2,048', () => {
  const ends = cutLists(makePaths(100_000))
  expect(ends.length).toBeGreaterThan(600)
  expect(ends.length).toBeLessThan(1_000)
  const endsNone = makePaths(100).find((path) => cutLists([path, path]).length === 1) ?? ''
  expect(cutLists(Array.from({ length: 5_000 }, () => endsNone))).toEqual([2_048, 4_096, 5_000])
})
