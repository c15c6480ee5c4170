import { toHex } from '#core/bytes/to-hex.ts'
import { ContractError } from '#contract/contract-error.ts'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { signaturePath, type SignedHead } from '#contract/signing/signed-head.ts'
import { SignatureError, verifySigned, type Verifier } from '#contract/signing/verify-signed.ts'
import { parseSumsRoot, sumsPath } from '#contract/sums-file.ts'
import { withinLimit } from './mirror-limit.ts'
import type { MirrorVisit } from './mirror-visit.ts'
import { readMirror, readSignedFile, WrongBytesError } from './read-mirror.ts'

/** Which build a mirror has. `wrong`: nothing that this archive has signed; `unread`: it does not say. */
export type BuildThere =
  | { address: string; kind: 'signed'; head: SignedHead; manifest: Manifest }
  | { address: string; kind: 'wrong' | 'unread' }

/** How a build compares with the page's. `other`: which of them is newer cannot be told. */
export type BuildOrder = 'shown' | 'newer' | 'older' | 'other'

/** What all mirrors have. */
export interface FoundBuilds {
  builds: BuildThere[]
  /** The newest of them; absent when no mirror has any. */
  newest?: { address: string; head: SignedHead; manifest: Manifest; order: BuildOrder }
}

/** What is known of the build that a page shows. */
export interface ShownBuild {
  /** Name of its archive: what another one has signed is no build of it (A6). */
  archive: string
  buildId: string
  /** Its number; absent when its signature was not verified. */
  sequence?: number | undefined
  /** The highest number seen on this device; absent when none was. */
  seen?: number | undefined
}

/** What asking for builds takes from the page. */
export interface AskTools {
  visit: MirrorVisit
  verifier: Verifier
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

/**
 * Asks all mirrors at once which build they have, and finds the newest that the archive has signed. Nothing of a manifest
 * is read before the signed hash proves it (A1). A mirror whose signature does not hold is not asked any more.
 * @throws the signal's reason when it fires.
 */
export async function findNewestBuild(shown: ShownBuild, tools: AskTools): Promise<FoundBuilds> {
  const builds = await Promise.all(
    tools.visit.listOpen().map((address) => askForBuild(address, shown.archive, tools)),
  )
  tools.signal.throwIfAborted()
  let newest: Extract<BuildThere, { kind: 'signed' }> | undefined
  for (const build of builds) {
    if (build.kind !== 'signed') continue
    if (newest === undefined || build.head.sequence > newest.head.sequence) newest = build
  }
  if (newest === undefined) return { builds }
  return { builds, newest: { ...newest, order: compareBuild(newest, shown) } }
}

async function askForBuild(
  address: string,
  archive: string,
  { visit, verifier, wait, signal }: AskTools,
): Promise<BuildThere> {
  try {
    const build = await withinLimit((ended) => readBuild(address, { verifier, signal: ended }), {
      wait,
      signal,
    })
    if (build.head.archive !== archive) throw new SignatureError('another archive has signed it')
    visit.note(address, { kind: 'answered' })
    return { address, kind: 'signed', ...build }
  } catch (error) {
    const isWrong =
      error instanceof SignatureError ||
      error instanceof ContractError ||
      error instanceof WrongBytesError
    visit.note(address, {
      kind: 'failed',
      error: isWrong ? new WrongBytesError(signaturePath) : error,
    })
    return { address, kind: isWrong ? 'wrong' : 'unread' }
  }
}

async function readBuild(
  address: string,
  { verifier, signal }: { verifier: Verifier; signal: AbortSignal },
): Promise<{ head: SignedHead; manifest: Manifest }> {
  const [sums, signature, keys, keysSignature] = await Promise.all([
    readSignedFile(address, sumsPath, signal),
    readSignedFile(address, signaturePath, signal),
    readSignedFile(address, keysPath, signal),
    readSignedFile(address, keysSignaturePath, signal),
  ])
  const { head } = await verifySigned({ sums, signature, keys, keysSignature }, verifier)
  const { sha256 } = parseSumsRoot(new TextDecoder().decode(sums)).manifest
  const isProven = async (bytes: Uint8Array) => toHex(await verifier.sha256(bytes)) === sha256
  const path = dataPath('manifests', toFileHash(fromHex(sha256)))
  const bytes = await readMirror(address, path, { isProven, signal, onHeard: () => {} })
  return { head, manifest: readManifest(bytes) }
}

/** @throws Error when the archive's own builder is of another version than this reader: the mirror does no wrong. */
function readManifest(proven: Uint8Array): Manifest {
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(proven)))
  } catch (cause) {
    throw new Error('a manifest of another version', { cause })
  }
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** A build below a number that was seen is never a newer one (A5). */
function compareBuild(
  { head, manifest }: { head: SignedHead; manifest: Manifest },
  { buildId, sequence, seen }: ShownBuild,
): BuildOrder {
  if (manifest.buildId === buildId) return 'shown'
  if (seen !== undefined && head.sequence < seen) return 'older'
  if (sequence === undefined) return seen === undefined ? 'other' : 'newer'
  if (head.sequence === sequence) return 'other'
  return head.sequence > sequence ? 'newer' : 'older'
}
