import { afterEach, describe, expect, test, vi } from 'vitest'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { openBrowserVerifier } from '#reader/data/signature/browser-verifier.ts'
import { archive, makeManifest, makeSite, stranger } from '#reader/testing/make-signed-site.ts'
import { openHosts, encode, type Host } from '#reader/testing/mirror-hosts.ts'
import { MirrorVisit } from './mirror-visit.ts'
import { compareBuild, findNewestBuild, type ShownBuild } from './newest-build.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const [idA, idB] = ['a'.repeat(26), 'b'.repeat(26)].map((id) => id as Manifest['buildId']) as [
  Manifest['buildId'],
  Manifest['buildId'],
]

type Change = Parameters<typeof makeSite>[0]

/** A mirror with the files of a signed site; `change` replaces some of them. */
async function makeMirror(how: Change, change: Record<string, string> = {}): Promise<Host> {
  const site: Record<string, string> = { ...(await makeSite(how)) }
  const manifest = site['manifest.json'] ?? ''
  const digest = await crypto.subtle.digest('SHA-256', encode(manifest))
  site[dataPath('manifests', toFileHash(new Uint8Array(digest)))] = manifest
  const files = { ...site, ...change }
  return {
    afterMs: 0,
    sends: (path) => (path in files ? encode(files[path] ?? '') : 404),
  }
}

const older = await makeMirror({ sequence: 41, manifest: makeManifest('Old', idA) })
const newer = await makeMirror({ sequence: 43, manifest: makeManifest('New', idB) })
const stale = await makeSite({ sequence: 41, manifest: makeManifest('Old', idA) })
const forged = await makeMirror({ sequence: 99, signer: stranger })
const foreign = await makeMirror({ sequence: 99, archive: 'c'.repeat(26) })
// The signature of an old build on newer files.
const mixed = await makeMirror(
  { sequence: 44 },
  { 'SHA256SUMS.minisig': stale['SHA256SUMS.minisig'] },
)
const refused: Host = { afterMs: 0 }

async function find(hosts: Readonly<Record<string, Host>>, shown: Partial<ShownBuild> = {}) {
  const named = Object.fromEntries(
    Object.entries(hosts).map(([name, host]) => [`https://${name}.example/`, host]),
  )
  const asked = openHosts(named)
  const visit = new MirrorVisit(Object.keys(named), () => 0)
  const verifier = await openBrowserVerifier()
  if (verifier === undefined) throw new Error('nothing can be verified here')
  const { signal } = new AbortController()
  const found = await findNewestBuild(archive, { visit, verifier, signal })
  const { newest } = found
  const order = newest && compareBuild(newest, { buildId: idA, ...shown })
  const kinds = Object.fromEntries(
    found.builds.map(({ address, kind }) => [new URL(address).host.split('.')[0], kind]),
  )
  const { mirrors } = visit.read()
  const wrong = mirrors.filter((one) => one.wrong !== undefined)
  const hostsOf = wrong.map(({ address }) => new URL(address).host)
  return { ...found, order, kinds, mirrors, wrong: hostsOf, asked }
}

describe('the newest build that mirrors have', () => {
  test('is the one with the highest number that the archive has signed, whoever answers first', async () => {
    const hosts = { b: older, c: newer, d: refused }
    const { newest, order, kinds } = await find(hosts, { sequence: 41 })
    expect(order).toBe('newer')
    expect(newest).toMatchObject({
      address: 'https://c.example/',
      head: { sequence: 43 },
      manifest: { title: 'New' },
    })
    expect(kinds).toEqual({ b: 'signed', c: 'signed', d: 'unread' })
  })

  test('A1 A6 is none that another key, another archive or an old signature vouches for', async () => {
    const hosts = { b: forged, c: foreign, d: mixed, e: older }
    const { newest, order, kinds } = await find(hosts, { sequence: 41 })
    expect(newest?.address).toBe('https://e.example/')
    expect(order).toBe('shown')
    expect(kinds).toEqual({ b: 'unsigned', c: 'unsigned', d: 'unsigned', e: 'signed' })
  })

  test('A3 a mirror whose files do not fit together has told no lie: an upload may be under way', async () => {
    const long = { 'KEYS.minisig': 'x'.repeat(100_000) }
    const { kinds, mirrors } = await find({ b: mixed, c: await makeMirror({}, long) })
    expect(kinds).toEqual({ b: 'unsigned', c: 'unsigned' })
    const { answered, failures } = { answered: 0, failures: 0 }
    expect(mirrors).toMatchObject([
      { asked: 1, answered, failures },
      { asked: 1, answered, failures },
    ])
    expect(mirrors.flatMap(({ wrong }) => wrong ?? [])).toEqual([])
  })

  test('A1 A3 is not read from other bytes than the signed ones, and who sends them is not asked again', async () => {
    const site = await makeSite({ sequence: 43, manifest: makeManifest('New', idB) })
    const digest = await crypto.subtle.digest('SHA-256', encode(site['manifest.json']))
    const path = dataPath('manifests', toFileHash(new Uint8Array(digest)))
    const lying = await makeMirror(
      { sequence: 43, manifest: makeManifest('New', idB) },
      { ...site, [path]: site['manifest.json'].replace('New', 'Odd') },
    )
    const { newest, kinds, wrong } = await find({ b: lying })
    expect(newest).toBe(undefined)
    expect(kinds).toEqual({ b: 'lying' })
    expect(wrong).toEqual(['b.example'])
  })

  test.each([
    ['A5 older where a higher number was seen', { buildId: idB, seen: 42 }, 'older'],
    ['older where the page shows a higher number', { buildId: idB, sequence: 42 }, 'older'],
    [
      'newer where the page shows a lower number',
      { buildId: idB, sequence: 40, seen: 40 },
      'newer',
    ],
    ['another one where the number of the page’s is unknown', { buildId: idB, seen: 40 }, 'other'],
    ['the shown one, whatever its number', { buildId: idA, seen: 42 }, 'shown'],
    ['another one where nothing is known', { buildId: idB }, 'other'],
    ['another one where two builds have one number', { buildId: idB, sequence: 41 }, 'other'],
  ])('is %s', async (_name, shown, order) => {
    expect((await find({ b: older }, shown)).order).toBe(order)
  })

  test('a mirror that has a build of another version of the reader does no wrong', async () => {
    const manifest = { ...makeManifest('Later', idB), schemaVersion: 999 } as unknown as Manifest
    const { kinds, wrong } = await find({ b: await makeMirror({ sequence: 43, manifest }) })
    expect(kinds).toEqual({ b: 'unread' })
    expect(wrong).toEqual([])
  })

  test('A11 is asked for past all caches, without cookies and referrer', async () => {
    const { asked } = await find({ b: newer })
    const small = asked.filter(({ url }) => !url.includes('/data/'))
    expect(small.map(({ url }) => new URL(url).pathname)).toEqual([
      '/SHA256SUMS',
      '/SHA256SUMS.minisig',
      '/KEYS',
      '/KEYS.minisig',
    ])
    for (const { init } of small) expect(init.cache).toBe('no-store')
    for (const { init } of asked) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    }
  })
})
