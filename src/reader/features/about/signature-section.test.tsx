// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { makeKeptSite } from '#reader/testing/make-kept-site.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { SignatureSection } from './signature-section.tsx'

const mount = makeMount()

test('A6 a signature that could not be verified says so, and can be verified again', async () => {
  const site = await makeKeptSite(['gulls'], 'AAAAAAAA')
  const manifest = { ...site.manifest, archive: 'a'.repeat(26) }
  // Where a browser has no Ed25519, what verifies is a script, which may fail to load.
  const none = new DOMException('no such algorithm', 'NotSupportedError')
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(none)
  vi.doMock('@noble/ed25519', () => Promise.reject(new Error('no script')))
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(manifestQuery().queryKey, manifest)
  mount.draw(
    <QueryClientProvider client={client}>
      <SignatureSection manifest={manifest} />
    </QueryClientProvider>,
  )
  expect(mount.box.textContent).toContain('about.signature.waiting')
  await act(() => vi.waitFor(() => expect(mount.box.querySelector('button')).not.toBeNull()))
  expect(mount.box.textContent).not.toContain('about.signature.waiting')
  vi.doUnmock('@noble/ed25519')
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
  await act(async () => mount.box.querySelector('button')?.click())
  await act(() =>
    vi.waitFor(() => expect(mount.box.textContent).toContain('about.signature.unread')),
  )
})
