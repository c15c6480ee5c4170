// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { archive, makeManifest, makeSite } from '#reader/testing/make-signed-site.ts'
import { encode, openHosts, type Host } from '#reader/testing/mirror-hosts.ts'
import { NewestBuild } from './newest-build.tsx'

const mount = makeMount()
const site: Readonly<Record<string, string>> = await makeSite()
// The signature of a build that came before, as an upload leaves it for a while.
const before = await makeSite({ sequence: 3 })
const uploading: Host = {
  afterMs: 0,
  sends: (path) => encode(path === 'SHA256SUMS' ? `${before.SHA256SUMS}\n` : (site[path] ?? '')),
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function draw() {
  const manifest = { ...makeManifest(), mirrors: ['https://b.example/'] }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(manifestQuery().queryKey, manifest)
  mount.draw(
    <QueryClientProvider client={client}>
      <NewestBuild manifest={manifest} archive={archive} />
    </QueryClientProvider>,
  )
}

const press = (name: string) =>
  act(async () => {
    const all = [...mount.box.querySelectorAll('button')]
    all.find(({ textContent }) => textContent === name)?.click()
  })

const untilSaid = (words: string) =>
  vi.waitFor(async () => {
    await act(() => Promise.resolve())
    expect(mount.box.textContent).toContain(words)
  })

test('A6 a failure is shown, and can be tried again', async () => {
  // Where a browser has no Ed25519, what verifies is a script, which may fail to load.
  const none = new DOMException('no such algorithm', 'NotSupportedError')
  const importing = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(none)
  vi.doMock('@noble/ed25519', () => Promise.reject(new Error('no script')))
  openHosts({})
  draw()
  await press('mirrors.newest.ask')
  await untilSaid('retry')
  expect(mount.box.textContent).not.toContain('mirrors.newest.asking')
  vi.doUnmock('@noble/ed25519')
  importing.mockRestore()
  await press('retry')
  await untilSaid('mirrors.newest.none')
})

test('A3 a mirror in the middle of an upload is told so', async () => {
  openHosts({ 'https://b.example/': uploading })
  draw()
  await press('mirrors.newest.ask')
  await untilSaid('mirrors.newest.unsigned')
  expect(mount.box.textContent).toContain('https://b.example/ · mirrors.newest.unsigned')
})
