import { describe, expect, test } from 'vitest'
import { listSelection } from './selection.ts'
import { buildDateOrder, buildRankOrder } from './list-order.ts'

const selection = listSelection(Uint32Array.of(2, 5, 9))

describe('the order of a list', () => {
  test.each([
    ['newest first', buildDateOrder(selection, 'newest'), [9, 5, 2]],
    ['oldest first', buildDateOrder(selection, 'oldest'), [2, 5, 9]],
    ['best first', buildRankOrder(Uint32Array.of(5, 9, 2)), [5, 9, 2]],
  ])('%s maps rows to ordinals and back', (_name, order, ordinals) => {
    expect([0, 1, 2].map((row) => order.at(row))).toEqual(ordinals)
    expect(ordinals.map((ordinal) => order.rowOf(ordinal))).toEqual([0, 1, 2])
    expect([order.at(-1), order.at(3)]).toEqual([undefined, undefined])
  })

  test('maps a post that left a ranked list to the top row', () => {
    expect(buildRankOrder(Uint32Array.of(5, 9)).rowOf(7)).toBe(0)
  })
})

test('an order by the days of a clock goes by its places, both ways', () => {
  // On this clock the post 3 stands before the posts 1 and 2.
  const places = {
    ordinals: Uint32Array.of(0, 3, 1, 2),
    ofOrdinal: Uint32Array.of(0, 2, 3, 1),
  }
  const listed = listSelection(Uint32Array.of(1, 2, 3))
  const order = buildDateOrder(listed, 'newest', places)
  expect([0, 1, 2, 3].map(order.at)).toEqual([2, 1, 3, undefined])
  expect([2, 1, 3].map(order.rowOf)).toEqual([0, 1, 2])
})
