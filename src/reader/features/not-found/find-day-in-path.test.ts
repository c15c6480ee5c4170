import { expect, test } from 'vitest'
import { findDayInPath } from './find-day-in-path.ts'

test.each([
  ['/2020-08-30/title/', '2020-08-30'],
  ['/archive/2020/08/30', '2020-08-30'],
  ['/2020-13-30/', undefined],
  ['/2021/02/30/', undefined],
  ['/12020-08-301', undefined],
  ['/about-us', undefined],
])('day in %s', (path, day) => {
  expect(findDayInPath(path)).toBe(day)
})
