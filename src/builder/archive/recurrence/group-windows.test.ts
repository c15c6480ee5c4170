import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeyCounts } from './key-counts.ts'
import { listWindows, numberNames, windowPosts } from './group-windows.ts'

test('windows hold the posts of one group, in order, all of them once', () => {
  const { groupOf, groups } = numberNames(['b', 'a', 'b', 'b', 'c'], 5)
  const windows = [...listWindows(groupOf, groups)].map((window) => Array.from(window))
  expect(windows).toEqual([[0, 2, 3], [1], [4]])
})

test.each([
  [windowPosts, [windowPosts]],
  [windowPosts + 1, [windowPosts + 1]],
  [windowPosts * 2, [windowPosts, windowPosts]],
  [windowPosts * 3 - 1, [windowPosts, windowPosts * 2 - 1]],
])('a group of %i posts has windows of %o', (posts, sizes) => {
  const windows = [...listWindows(new Uint32Array(posts), 1)]
  expect(windows.map(({ length }) => length)).toEqual(sizes)
  expect(windows.flatMap((window) => Array.from(window))).toEqual([...Array(posts).keys()])
})

test('counts the posts of each hash as a Map would', () => {
  const posts = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 6 }))
  fc.assert(
    fc.property(posts, (lists) => {
      const counts = new KeyCounts(lists.flat().length)
      const expected = new Map<number, number>()
      for (const [at, hashes] of lists.entries()) {
        for (const hash of hashes) counts.add(hash, at + 1)
        // 0 stands for an empty slot and shares the count of 1.
        const keys = new Set(hashes.map((hash) => hash || 1))
        for (const key of keys) expected.set(key, (expected.get(key) ?? 0) + 1)
      }
      for (const [key, count] of expected) expect(counts.get(key)).toBe(count)
      expect(counts.get(99)).toBe(0)
    }),
  )
})
