import { readBuildId } from '#contract/build-id.ts'
import { dataPath, manifestPath, toFileHash } from '#contract/file-names.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { parseMinisig } from '#contract/signing/minisig.ts'
import { parseHead, signaturePath } from '#contract/signing/signed-head.ts'
import { SignatureError, verifySigned } from '#contract/signing/verify-signed.ts'
import { parseSumsRoot, sumsPath } from '#contract/sums-file.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { nodeVerifier } from '#builder/site/signing/node-verifier.ts'
import type { SiteFiles } from '../built-site/site-files.ts'

/** Which build a mirror has. */
export interface MirrorBuild {
  isSame: boolean
  says: string
  /** Whether it is none that the keeper of the site has made. */
  isForged?: boolean
}

/** Reads a file of a mirror; `undefined` when it cannot be had. */
type ReadMirror = (path: string) => Promise<Uint8Array | undefined>

/**
 * Finds out which build a mirror has whose manifest differs. In a signed site the numbers of both tell which is older;
 * in another one the folder knows the builds of which it still has the manifest.
 */
export async function findMirrorBuild(
  manifest: Uint8Array,
  files: SiteFiles,
  read: ReadMirror,
): Promise<MirrorBuild> {
  const { archive } = files.manifest
  if (archive !== undefined) return compareSigned(manifest, { archive, files, read })
  const id = readBuildId(manifest)
  if (id === undefined) return { isSame: false, isForged: true, says: toWrongFile(manifestPath) }
  const known = dataPath('manifests', toFileHash(sha256(manifest)))
  const isKnown = await files.bytes(known).then(
    () => true,
    () => false,
  )
  return { isSame: false, says: isKnown ? `older build ${id}` : `another build, ${id}` }
}

async function compareSigned(
  manifest: Uint8Array,
  { archive, files, read }: { archive: string; files: SiteFiles; read: ReadMirror },
): Promise<MirrorBuild> {
  const own = await files.bytes(signaturePath)
  const { sequence: newest } = parseHead(parseMinisig(Buffer.from(own).toString()).comment)
  const [sums, signature, keys, keysSignature] = await Promise.all(
    [sumsPath, signaturePath, keysPath, keysSignaturePath].map(read),
  )
  const isForged = true
  if (!sums || !signature || !keys || !keysSignature) {
    return { isSame: false, isForged, says: `another build, and its signature is not there` }
  }
  try {
    const { head } = await verifySigned({ sums, signature, keys, keysSignature }, nodeVerifier)
    const root = parseSumsRoot(Buffer.from(sums).toString())
    if (head.archive !== archive) throw new SignatureError('it is signed by another archive')
    const isNamed = Buffer.from(sha256(manifest)).toString('hex') === root.manifest.sha256
    if (!isNamed) return { isSame: false, isForged, says: toWrongFile(manifestPath) }
    const order = head.sequence < newest ? 'older' : 'newer'
    const says = `${order} build ${head.sequence} of ${head.date}; this one is ${newest}`
    return { isSame: false, says }
  } catch (error) {
    return { isSame: false, isForged, says: `another build, and ${toFaultText(error)}` }
  }
}

/** What is said of a file that has other bytes than the site. */
export function toWrongFile(path: string): string {
  return `wrong bytes in ${path}`
}
