import { expect, test } from 'vitest'
import { parseBuildBytes } from './build-id.ts'
import { schemaVersion } from './schema-version.ts'

test.each([
  ['this version', JSON.stringify({ schemaVersion, buildId: 'abc' }), 'abc'],
  ['a later version', '{"schemaVersion":9,"buildId":"def","other":[]}', 'def'],
  ['another shape', '{"buildId":7}', null],
  ['something else', '["x"]', null],
  ['nothing', 'null', null],
  ['a page', '<!doctype html>', null],
])('S23 build id of %s', (_name, text, id) => {
  expect(parseBuildBytes(new TextEncoder().encode(text))).toBe(id)
})
