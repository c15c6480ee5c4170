import { describe, expect, test } from 'vitest'
import { listSelection, rangeSelection } from '#core/selection/selection.ts'
import { findAround, parseArticleState, toListTarget } from './list-place.ts'

const list = listSelection(Uint32Array.of(2, 5, 9))

describe('around an article', () => {
  test.each([
    [
      'the newest has nothing before it',
      list,
      9,
      'newest',
      { number: 1, total: 3, previous: undefined, next: 5 },
    ],
    [
      'one in the middle has both',
      list,
      5,
      'newest',
      { number: 2, total: 3, previous: 9, next: 2 },
    ],
    [
      'the oldest has nothing after it',
      list,
      2,
      'newest',
      { number: 3, total: 3, previous: 5, next: undefined },
    ],
    [
      'oldest first turns it round',
      list,
      2,
      'oldest',
      { number: 1, total: 3, previous: undefined, next: 5 },
    ],
    [
      'one the list does not hold stands between two',
      list,
      6,
      'newest',
      { total: 3, previous: 9, next: 5 },
    ],
    [
      'a list of everything',
      rangeSelection(0, 3),
      0,
      'newest',
      { number: 3, total: 3, previous: 1, next: undefined },
    ],
    [
      'an empty list',
      rangeSelection(0, 0),
      4,
      'newest',
      { total: 0, previous: undefined, next: undefined },
    ],
  ] as const)('%s', (_, selection, ordinal, sort, around) => {
    const found = findAround(selection, ordinal, sort)
    expect(found).toEqual(around)
  })
})

test.each([
  ['one step after the list', { list: 'tag=a' }, -1],
  ['further after links in articles', { list: 'tag=a', stepsFromList: 3 }, -3],
  ['the open timeline after a cold start', null, '/'],
  ['the list’s address when nothing lies behind', { list: 'tag=a', stepsFromList: 0 }, '/?tag=a'],
  ['the open timeline for a state of another kind', { list: 5, stepsFromList: 'x' }, -1],
  ['one step when the steps are nonsense', { list: '', stepsFromList: -2 }, -1],
])('back to the list is %s', (_, state, target) => {
  expect(toListTarget(parseArticleState(state))).toBe(target)
})
