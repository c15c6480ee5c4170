import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { describe, expect, test, vi } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { toKeysComment, toKeysText, type KeyList } from '#contract/signing/keys-file.ts'
import { toCommentBytes, toMinisigText } from '#contract/signing/minisig.ts'
import { toArchiveId } from '#contract/signing/public-key.ts'
import { toHeadText } from '#contract/signing/signed-head.ts'
import { toSumsText } from '#contract/sums-file.ts'
import { DataError } from '../files/data-error.ts'
import { openBrowserVerifier } from './browser-verifier.ts'
import { checkSignature } from './check-signature.ts'

const encode = (text: string) => new TextEncoder().encode(text)

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

async function makeKey(mark: number) {
  const seed = crypto.getRandomValues(new Uint8Array(32))
  return { number: new Uint8Array(8).fill(mark), key: await getPublicKeyAsync(seed), seed }
}

type Key = Awaited<ReturnType<typeof makeKey>>

async function signText({ number, seed }: Key, text: string, comment: string): Promise<string> {
  const signature = await signAsync(encode(text), seed)
  const commentSignature = await signAsync(toCommentBytes({ signature, comment }), seed)
  return toMinisigText({ number, signature, comment, commentSignature })
}

const [root, daily, stranger] = [await makeKey(1), await makeKey(2), await makeKey(2)]
const archive = toArchiveId(await sha256(new Uint8Array(root.key)))
const head = { archive, sequence: 42, date: '2026-02-13T10:00:00Z' }

const hash = toFileHash(new Uint8Array(32))

/** What a page shows of a build. */
function makeManifest(title = 'Harbour news', buildId = hash): Manifest {
  return {
    schemaVersion,
    buildId,
    title,
    archive,
    timeZone: 'UTC',
    languages: [],
    counts: { files: 0, posts: 0, copies: 0, versions: 0, unreadable: 0, problems: 0 },
    timeline: { rows: 0, rowsPerShard: 16, shardsPerDirectory: 512, directories: [], tail: [] },
    opening: hash,
    facets: [],
    permalinks: [],
    report: hash,
  }
}

/** The files of a signed site, some of them signed by another key or for another archive. */
async function makeSite(change: { signer?: Key; archive?: string; keysSigner?: Key } = {}) {
  const manifest = JSON.stringify(makeManifest())
  const digest = await sha256(encode(manifest))
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const sums = toSumsText([
    { path: `data/sums/${'a'.repeat(26)}.txt`, sha256: '0'.repeat(64) },
    { path: 'manifest.json', sha256: hex },
  ])
  const keys: KeyList = { archive, sequence: 1, root, daily: [daily] }
  const keysText = toKeysText(keys)
  const comment = toHeadText({ ...head, archive: change.archive ?? archive })
  return {
    'manifest.json': manifest,
    SHA256SUMS: sums,
    'SHA256SUMS.minisig': await signText(change.signer ?? daily, sums, comment),
    KEYS: keysText,
    'KEYS.minisig': await signText(change.keysSigner ?? root, keysText, toKeysComment(keys)),
  }
}

const site = await makeSite()
const byStranger = await makeSite({ signer: stranger })
const withForeignKeys = await makeSite({ keysSigner: stranger })
const ofOther = await makeSite({ archive: 'b'.repeat(26) })

const neverAsked = () => Promise.reject(new Error('never asked'))

async function check(files: Record<string, string>, shown = makeManifest()) {
  const read = (path: string) => {
    const text = files[path]
    if (text === undefined) return Promise.reject(new DataError('status', path, { status: 404 }))
    return Promise.resolve(encode(text))
  }
  return checkSignature(parseManifest(shown), read, await openBrowserVerifier())
}

describe('the signature of a site', () => {
  test('is verified, and says by whom and of when', async () => {
    const state = await check(site)
    expect(state).toMatchObject({ kind: 'verified', signed: { head, keys: { archive } } })
  })

  test('is verified where the browser has no Ed25519', async () => {
    const none = vi
      .spyOn(globalThis.crypto.subtle, 'importKey')
      .mockRejectedValue(new DOMException('no such algorithm', 'NotSupportedError'))
    expect((await check(site)).kind).toBe('verified')
    expect((await check(byStranger)).kind).toBe('wrong')
    none.mockRestore()
  })

  test('cannot be verified without https, and that is said', async () => {
    const state = await checkSignature(makeManifest(), neverAsked, undefined)
    expect(state).toEqual({ kind: 'impossible' })
  })

  test.each([
    ['a stranger signed the build', byStranger],
    ['a stranger signed the list of keys', withForeignKeys],
    ['another archive signed', ofOther],
    ['the manifest has another byte', { ...site, 'manifest.json': `${site['manifest.json']} ` }],
    ['the hashes have another byte', { ...site, SHA256SUMS: `${site.SHA256SUMS}\n` }],
    ['the list of keys has another byte', { ...site, KEYS: `${site.KEYS}\n` }],
    ['there is a page in its place', { ...site, 'SHA256SUMS.minisig': '<!doctype html>' }],
  ])('A6 does not hold when %s', async (_, files) => {
    expect(await check(files)).toEqual({ kind: 'wrong' })
  })

  test('A6 does not hold for a manifest that names another archive', async () => {
    const shown = { ...makeManifest(), archive: 'b'.repeat(26) }
    expect(await check(site, shown)).toEqual({ kind: 'wrong' })
  })

  test('A6 does not hold for a page that was given another manifest under the id of the signed build', async () => {
    expect(await check(site, makeManifest('Harbour views'))).toEqual({ kind: 'wrong' })
  })

  test('is of another build when the site was built meanwhile', async () => {
    const next = toFileHash(new Uint8Array(32).fill(1))
    expect(await check(site, makeManifest('Harbour news', next))).toEqual({ kind: 'other' })
  })

  test.each(Object.keys(site))('is unread when %s cannot be had', async (path) => {
    const { [path]: _, ...files } = site as Record<string, string>
    expect(await check(files)).toEqual({ kind: 'unread' })
  })
})
