import { expect, test } from 'vitest'
import { toAgreement } from './agreement.ts'

test.each([
  ['everything, in any order', [[1, 2]], [[2, 1]], Infinity, [1, 1, 1, 0]],
  ['half of it', [[1, 2]], [[2]], Infinity, [0.5, 1, 0, 0]],
  ['too much', [[1]], [[1, 2]], Infinity, [1, 0.5, 0, 0]],
  ['nothing', [[1]], [[]], Infinity, [0, 1, 0, 1]],
  ['nothing where nothing is', [[]], [[]], Infinity, [1, 1, 1, 0]],
  ['one right, one silent', [[1], [2]], [[1], []], Infinity, [0.5, 1, 1, 1]],
  ['the same post twice', [[1, 2]], [[1, 1]], Infinity, [0.5, 1, 0, 0]],
  ['a wrong post further down than anybody looks', [[1, 2]], [[1, 9, 2]], 1, [1, 1, 0, 0]],
])('measures an answer with %s', (_, expected, found, looked, figures) => {
  const { recall, precision, exact, empty } = toAgreement(expected, found, looked)
  expect([recall, precision, exact, empty]).toEqual(figures)
})
