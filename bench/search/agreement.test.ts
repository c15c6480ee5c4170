import { expect, test } from 'vitest'
import { toAgreement } from './agreement.ts'

test.each([
  ['everything, in any order', [[1, 2]], [[2, 1]], { recall: 1, precision: 1, exact: 1, empty: 0 }],
  ['half of it', [[1, 2]], [[2]], { recall: 0.5, precision: 1, exact: 0, empty: 0 }],
  ['too much', [[1]], [[1, 2]], { recall: 1, precision: 0.5, exact: 0, empty: 0 }],
  ['nothing', [[1]], [[]], { recall: 0, precision: 1, exact: 0, empty: 1 }],
  ['nothing where nothing is', [[]], [[]], { recall: 1, precision: 1, exact: 1, empty: 0 }],
  [
    'one right, one silent',
    [[1], [2]],
    [[1], []],
    { recall: 0.5, precision: 1, exact: 1, empty: 1 },
  ],
  ['the same post twice', [[1, 2]], [[1, 1]], { recall: 0.5, precision: 1, exact: 0, empty: 0 }],
])('measures an answer with %s', (_, expected, found, agreement) => {
  expect(toAgreement(expected, found)).toEqual(agreement)
})

test('precision looks at the first results, recall at all', () => {
  expect(toAgreement([[1, 2]], [[1, 9, 2]], 1)).toEqual({
    recall: 1,
    precision: 1,
    exact: 0,
    empty: 0,
  })
})
