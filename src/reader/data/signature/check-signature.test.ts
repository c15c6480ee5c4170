import { describe, expect, test, vi } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import {
  archive,
  head,
  makeManifest,
  makeSite,
  stranger,
} from '#reader/testing/make-signed-site.ts'
import { DataError } from '../files/data-error.ts'
import { openBrowserVerifier } from './browser-verifier.ts'
import { checkSignature } from './check-signature.ts'

const encode = (text: string) => new TextEncoder().encode(text)

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
