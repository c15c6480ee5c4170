import { describe, expect, test } from 'vitest'
import { listSelection, rangeSelection } from '#core/selection/selection.ts'
import { findAround, parseArticleState, toListTarget, toNextState } from './list-place.ts'

const list = listSelection(Uint32Array.of(2, 5, 9))

describe('the neighbours of an article', () => {
  test.each([
    [
      'the newest article has none before it',
      list,
      9,
      'newest',
      { number: 1, total: 3, previous: undefined, next: 5 },
    ],
    [
      'an article in the middle has two neighbours',
      list,
      5,
      'newest',
      { number: 2, total: 3, previous: 9, next: 2 },
    ],
    [
      'the oldest article has none after it',
      list,
      2,
      'newest',
      { number: 3, total: 3, previous: 5, next: undefined },
    ],
    [
      'the oldest article is the first of a list sorted by oldest',
      list,
      2,
      'oldest',
      { number: 1, total: 3, previous: undefined, next: 5 },
    ],
    [
      'an article that is not in the list still has neighbours',
      list,
      6,
      'newest',
      { total: 3, previous: 9, next: 5 },
    ],
    [
      'the oldest article of an unfiltered list has only a previous one',
      rangeSelection(0, 3),
      0,
      'newest',
      { number: 3, total: 3, previous: 1, next: undefined },
    ],
    [
      'an empty list has no neighbours',
      rangeSelection(0, 0),
      4,
      'newest',
      { total: 0, previous: undefined, next: undefined },
    ],
  ] as const)('%s', (_, selection, ordinal, sort, around) => {
    const found = findAround(selection, ordinal, { sort })
    expect(found).toEqual(around)
  })
})

test.each([
  ['one step back from the first article', { list: 'tag=a' }, -1],
  ['several steps back after links in articles', { list: 'tag=a', stepsFromList: 3 }, -3],
  ['the unfiltered timeline after a cold start', null, '/'],
  [
    'the list’s address when the list is not in the history',
    { list: 'tag=a', stepsFromList: 0 },
    '/?tag=a',
  ],
  ['one step back for a state of another shape', { list: 5, stepsFromList: 'x' }, -1],
  ['one step back when the number of steps is nonsense', { list: '', stepsFromList: -2 }, -1],
])('"back to the list" leads to %s', (_, state, target) => {
  expect(toListTarget(parseArticleState(state), 50)).toBe(target)
})

test('"back to the list" leads to its address when the browser has dropped its entry', () => {
  expect(toListTarget({ list: 'tag=a', stepsFromList: 49 }, 50)).toBe(-49)
  expect(toListTarget({ list: 'tag=a', stepsFromList: 50 }, 50)).toBe('/?tag=a')
})

test.each([
  ['one step further from the list', 2, 3],
  ['as far from a list that is not in the history', 0, 0],
])('the entry after an article is %s', (_, stepsFromList, next) => {
  const state = { list: 'tag=a', stepsFromList }
  expect(toNextState(state)).toEqual({ list: 'tag=a', stepsFromList: next })
})
