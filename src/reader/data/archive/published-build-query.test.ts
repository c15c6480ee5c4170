import { QueryClient } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { publishedBuildQuery } from './published-build-query.ts'

test('S23 the published build is asked for in the way that the service worker leaves to the host', async () => {
  const ask = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ buildId: 'next' })))
  vi.stubGlobal('fetch', ask)
  expect(await new QueryClient().fetchQuery(publishedBuildQuery())).toBe('next')
  expect(ask).toHaveBeenCalledWith('/manifest.json', expect.objectContaining({ cache: 'no-store' }))
  vi.unstubAllGlobals()
})
