import { expect, test } from 'vitest'
import { readBuildId } from './build-id.ts'
import { schemaVersion } from './schema-version.ts'

test.each([
  ['this version', JSON.stringify({ schemaVersion, buildId: 'abc' }), 'abc'],
  ['a later version', '{"schemaVersion":9,"buildId":"def","other":[]}', 'def'],
  ['another shape', '{"buildId":7}', undefined],
  ['something else', '["x"]', undefined],
  ['nothing', 'null', undefined],
  ['a page', '<!doctype html>', undefined],
])('S23 build id of %s', (_name, text, id) => {
  expect(readBuildId(new TextEncoder().encode(text))).toBe(id)
})
