import { toHex } from '#core/bytes/to-hex.ts'
import { ContractError } from '#contract/contract-error.ts'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import {
  SignatureError,
  verifySigned,
  type SignedSite,
  type Verifier,
} from '#contract/signing/verify-signed.ts'
import { parseSumsRoot, sumsPath } from '#contract/sums-file.ts'
import { withinLimit, type Waiting } from './mirror-limit.ts'
import type { MirrorVisit } from './mirror-visit.ts'
import { NotThereError, readMirror, readSignedFile, WrongBytesError } from './read-mirror.ts'

/** A build that a mirror has, signed by the archive. */
export interface SignedBuild extends Pick<SignedSite, 'head' | 'keys' | 'signer'> {
  address: string
  manifest: Manifest
}

/**
 * Which build a mirror has. `unsigned`: files that no signature of this archive fits, which may be an upload under way;
 * `lying`: a file of a signed build with other bytes; `unread`: it does not say.
 */
export type BuildThere =
  | ({ kind: 'signed' } & SignedBuild)
  | { address: string; kind: 'unsigned' | 'lying' | 'unread' }

/** How a build compares with the page's. `other`: which of them is newer cannot be told. */
export type BuildOrder = 'shown' | 'newer' | 'older' | 'other'

/** What all mirrors have. */
export interface FoundBuilds {
  builds: BuildThere[]
  /** The newest of them; absent when no mirror has any. */
  newest?: SignedBuild
}

/** What is known of the build that a page shows. */
export interface ShownBuild {
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
  signal: AbortSignal
}

/**
 * Asks all mirrors at once which build they have, and finds the newest that an archive has signed: what another one has
 * signed is no build of it (A6). Nothing of a manifest is read before the signed hash proves it (A1). A mirror that sends
 * another one under its name is not asked any more (A3).
 * @throws the signal's reason when it fires.
 */
export async function findNewestBuild(archive: string, tools: AskTools): Promise<FoundBuilds> {
  const builds = await Promise.all(
    tools.visit.listOpen().map((address) => askForBuild(address, archive, tools)),
  )
  tools.signal.throwIfAborted()
  let newest: Extract<BuildThere, { kind: 'signed' }> | undefined
  for (const build of builds) {
    if (build.kind !== 'signed') continue
    if (newest === undefined || build.head.sequence > newest.head.sequence) newest = build
  }
  return newest === undefined ? { builds } : { builds, newest }
}

/** Asks one mirror which build of an archive it has, as `findNewestBuild` does. */
export async function askForBuild(
  address: string,
  archive: string,
  { visit, verifier, signal }: AskTools,
): Promise<BuildThere> {
  try {
    const build = await withinLimit((waiting) => readBuild(address, verifier, waiting), { signal })
    if (build.head.archive !== archive) throw new SignatureError('another archive has signed it')
    visit.note(address, { kind: 'answered' })
    return { address, kind: 'signed', ...build }
  } catch (error) {
    const isUnsigned = error instanceof SignatureError || error instanceof ContractError
    // It answers, and has no signed build: these files change under their names, so none of them is a lie.
    const noted = isUnsigned ? new NotThereError(signaturePath) : error
    visit.note(address, { kind: 'failed', error: noted })
    if (isUnsigned) return { address, kind: 'unsigned' }
    return { address, kind: error instanceof WrongBytesError ? 'lying' : 'unread' }
  }
}

async function readBuild(
  address: string,
  verifier: Verifier,
  waiting: Required<Waiting>,
): Promise<Omit<SignedBuild, 'address'>> {
  const [sums, signature, keys, keysSignature] = await Promise.all([
    readSignedFile(address, sumsPath, waiting),
    readSignedFile(address, signaturePath, waiting),
    readSignedFile(address, keysPath, waiting),
    readSignedFile(address, keysSignaturePath, waiting),
  ])
  const signed = await verifySigned({ sums, signature, keys, keysSignature }, verifier)
  const { sha256 } = parseSumsRoot(new TextDecoder().decode(sums)).manifest
  const isProven = async (bytes: Uint8Array) => toHex(await verifier.sha256(bytes)) === sha256
  const path = dataPath('manifests', toFileHash(fromHex(sha256)))
  const bytes = await readMirror(address, path, { isProven, ...waiting })
  return { ...signed, manifest: readManifest(bytes) }
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

/**
 * How a build of a mirror compares with the page's. Below a number that was seen it is never a newer one (A5), nor where
 * the number of the page's is unknown.
 */
export function compareBuild(
  { head, manifest }: SignedBuild,
  { buildId, sequence, seen }: ShownBuild,
): BuildOrder {
  if (manifest.buildId === buildId) return 'shown'
  if (seen !== undefined && head.sequence < seen) return 'older'
  if (sequence === undefined || head.sequence === sequence) return 'other'
  return head.sequence > sequence ? 'newer' : 'older'
}
