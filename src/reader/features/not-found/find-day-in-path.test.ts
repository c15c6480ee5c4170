import { expect, test } from 'vitest'
import { schemaVersion } from '#contract/schema-version.ts'
import { parseBuildId } from '#reader/data/archive/published-build-query.ts'
import { findDayInPath } from '#reader/features/old-address/find-old-address.ts'

test.each([
  ['/2020-08-30/title/', '2020-08-30'],
  ['/archive/2020/08/30', '2020-08-30'],
  ['/2020-13-30/', undefined],
  ['/12020-08-301', undefined],
  ['/about-us', undefined],
])('day in %s', (path, day) => {
  expect(findDayInPath(path)).toBe(day)
})

test.each([
  ['this version', { schemaVersion, buildId: 'abc' }, 'abc'],
  ['a later version', { schemaVersion: 9, buildId: 'def', other: [] }, 'def'],
  ['something else', ['x'], null],
])('S23 build id of %s', (_name, value, id) => {
  expect(parseBuildId(value)).toBe(id)
})
