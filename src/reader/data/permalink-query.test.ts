import { describe, expect, test } from 'vitest'
import { schemaVersion } from '#contract/schema-version.ts'
import { parseBuildId } from './published-build-query.ts'
import { findDayInPath, parseOldAddress } from './permalink-query.ts'

const permalinks = [{ collection: 'society', pattern: '/:year-:month-:day/:title/' }]

describe('parseOldAddress', () => {
  test('reads day and title of an encoded address', () => {
    expect(parseOldAddress(permalinks, `/2020-08-30/${encodeURIComponent('世界觀察')}/`)).toEqual([
      { collection: 'society', day: '2020-08-30', title: '世界觀察' },
    ])
  })

  test.each(['/about-us/', '/2020/08/30/x/', '/2020-08-30/%E4%B8/', '/'])(
    'leaves %s alone',
    (path) => {
      expect(parseOldAddress(permalinks, path)).toEqual([])
    },
  )
})

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
