import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { schemaVersion } from '#contract/schema-version.ts'
import { parseBuildId, publishedBuildQuery } from './published-build-query.ts'

test.each([
  ['this version', { schemaVersion, buildId: 'abc' }, 'abc'],
  ['a later version', { schemaVersion: 9, buildId: 'def', other: [] }, 'def'],
  ['something else', ['x'], null],
])('S23 build id of %s', (_name, value, id) => {
  expect(parseBuildId(value)).toBe(id)
})

test('S23 the published build is asked for in the way that the service worker leaves to the host', async () => {
  const ask = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ buildId: 'next' })))
  vi.stubGlobal('fetch', ask)
  expect(await new QueryClient().fetchQuery(publishedBuildQuery())).toBe('next')
  expect(ask).toHaveBeenCalledWith('/manifest.json', expect.objectContaining({ cache: 'no-store' }))
  vi.unstubAllGlobals()
})
