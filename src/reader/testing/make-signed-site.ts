// For tests: the files of a signed site, by keys that are made anew.
import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { toKeysComment, toKeysText, type KeyList } from '#contract/signing/keys-file.ts'
import { toCommentBytes, toMinisigText } from '#contract/signing/minisig.ts'
import { toArchiveId } from '#contract/signing/public-key.ts'
import { toHeadText } from '#contract/signing/signed-head.ts'
import { toSumsText } from '#contract/sums-file.ts'

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

const [root, daily] = [await makeKey(1), await makeKey(2)]

/** A key that the archive does not name, with the number of one that it does. */
export const stranger = await makeKey(2)

/** Name of the archive that signs. */
export const archive = toArchiveId(await sha256(new Uint8Array(root.key)))

/** What it signs of a build, unless told otherwise. */
export const head = { archive, sequence: 42, date: '2026-02-13T10:00:00Z' }

/** A hash that nothing has. */
export const hash = toFileHash(new Uint8Array(32))

/** What a page shows of a build. */
export function makeManifest(title = 'Harbour news', buildId = hash): Manifest {
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

/** How a site differs from the usual one. */
interface SiteChange {
  signer?: Key
  archive?: string
  keysSigner?: Key
  sequence?: number
  manifest?: Manifest
}

/** The files of a signed site, some of them signed by another key or for another archive. */
export async function makeSite(change: SiteChange = {}) {
  const manifest = JSON.stringify(change.manifest ?? makeManifest())
  const digest = await sha256(encode(manifest))
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const sums = toSumsText([
    { path: `data/sums/${'a'.repeat(26)}.txt`, sha256: '0'.repeat(64) },
    { path: 'manifest.json', sha256: hex },
  ])
  const keys: KeyList = { archive, sequence: 1, root, daily: [daily] }
  const keysText = toKeysText(keys)
  const { sequence = head.sequence } = change
  const comment = toHeadText({ ...head, sequence, archive: change.archive ?? archive })
  return {
    'manifest.json': manifest,
    SHA256SUMS: sums,
    'SHA256SUMS.minisig': await signText(change.signer ?? daily, sums, comment),
    KEYS: keysText,
    'KEYS.minisig': await signText(change.keysSigner ?? root, keysText, toKeysComment(keys)),
  }
}
