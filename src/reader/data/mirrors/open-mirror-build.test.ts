import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { publishedBuildQuery } from '#reader/data/archive/published-build-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { elsewhere } from '#reader/data/files/fetch-file.ts'
import { signatureQuery } from '#reader/data/signature/signature-query.ts'
import { archive, makeManifest, makeSite, stranger } from '#reader/testing/make-signed-site.ts'
import { encode, hostsOf, openHosts } from '#reader/testing/mirror-hosts.ts'
import { openMirrors } from './mirrors.ts'
import { openMirrorBuild } from './open-mirror-build.ts'

afterEach(() => {
  delete elsewhere.read
  vi.unstubAllGlobals()
})

const newId = toFileHash(new Uint8Array(32).fill(7))
const other = 'https://c.example/'
const { signal } = new AbortController()

/** A page of a site with two mirrors, of which the first has a newer build; names are new for every test. */
async function openPage(name: string, change: Parameters<typeof makeSite>[0] = {}) {
  const mirror = `https://${name}.example/`
  const newer = makeManifest('New', newId)
  const files: Record<string, string> = {
    ...(await makeSite({ sequence: 43, manifest: newer, ...change })),
  }
  const manifest = files['manifest.json'] ?? ''
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encode(manifest)))
  files[dataPath('manifests', toFileHash(digest))] = manifest
  const sends = (path: string) => (path in files ? encode(files[path] ?? '') : 404)
  const asked = openHosts({ [mirror]: { afterMs: 0, sends } })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const own: Manifest = { ...makeManifest(), mirrors: [mirror, other] }
  client.setQueryData(manifestQuery().queryKey, own)
  const readManifest = () => client.getQueryData(manifestQuery().queryKey)
  return { mirror, own, client, asked, readManifest, visit: openMirrors([mirror, other])?.visit }
}

test('A1 A6 a page shows the build of a mirror that its archive has signed, with its own mirrors', async () => {
  const { mirror, own, client, asked, readManifest, visit } = await openPage('b')
  await openMirrorBuild(client, { address: mirror, sequence: 43 }, signal)
  expect(readManifest()).toMatchObject({ title: 'New', buildId: newId, mirrors: own.mirrors })
  expect(visit?.read().opened).toMatchObject({ address: mirror, head: { sequence: 43, archive } })
  expect(client.getQueryData(signatureQuery().queryKey)).toMatchObject({
    kind: 'verified',
    signed: { head: { sequence: 43 }, keys: { archive } },
  })
  expect(new Set(hostsOf(asked))).toEqual(new Set([mirror]))
  // That the own host has another build is no news.
  expect(client.getQueryDefaults(publishedBuildQuery().queryKey)).toEqual({ enabled: false })
})

test.each<[string, string, Parameters<typeof makeSite>[0]]>([
  ['A6 another key has signed', 'd', { signer: stranger }],
  ['A6 is of another archive', 'e', { archive: 'c'.repeat(26) }],
  ['A5 is below the number that was told', 'f', { sequence: 42 }],
])('a build that %s is not opened', async (_, name, change) => {
  const { mirror, own, client, readManifest, visit } = await openPage(name, change)
  const opening = openMirrorBuild(client, { address: mirror, sequence: 43 }, signal)
  await expect(opening).rejects.toMatchObject({ kind: 'corrupt' })
  expect(readManifest()).toBe(own)
  expect(visit?.read().opened).toBe(undefined)
})

test('A11 a mirror that the own manifest does not name is not asked', async () => {
  const { client, asked } = await openPage('g')
  const opening = openMirrorBuild(client, { address: 'https://evil.example/', sequence: 1 }, signal)
  await expect(opening).rejects.toMatchObject({ kind: 'absent' })
  expect(asked).toEqual([])
})

test('a mirror that does not answer any more is told', async () => {
  const { client, own, readManifest } = await openPage('h')
  const opening = openMirrorBuild(client, { address: other, sequence: 43 }, signal)
  await expect(opening).rejects.toMatchObject({ kind: 'late' })
  expect(readManifest()).toBe(own)
})
