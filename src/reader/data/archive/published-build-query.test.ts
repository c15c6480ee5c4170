import { expect, test } from 'vitest'
import { schemaVersion } from '#contract/schema-version.ts'
import { parseBuildId } from './published-build-query.ts'

test.each([
  ['this version', { schemaVersion, buildId: 'abc' }, 'abc'],
  ['a later version', { schemaVersion: 9, buildId: 'def', other: [] }, 'def'],
  ['something else', ['x'], null],
])('S23 build id of %s', (_name, value, id) => {
  expect(parseBuildId(value)).toBe(id)
})
