import type { FileHash } from '#contract/file-names.ts'
import { toFileHash } from '#contract/file-names.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { parseMinisig, toCommentBytes, type Minisig } from '#contract/signing/minisig.ts'
import type { PublicKey } from '#contract/signing/public-key.ts'
import { parseHead, signaturePath, type SignedHead } from '#contract/signing/signed-head.ts'
import { verifyKeys } from '#contract/signing/verify-signed.ts'
import { parseSumsRoot, sumsPath } from '#contract/sums-file.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import { isSignedBy, nodeVerifier } from './node-verifier.ts'

/** What the folder of a site holds of the signed build before; others can write there. */
export interface SignedBefore {
  sums: Uint8Array | undefined
  signature: Uint8Array | undefined
  keys: Uint8Array | undefined
  keysSignature: Uint8Array | undefined
}

/** Reads what the folder of a site holds of a signed build. */
export async function readSignedBefore(disk: Pick<Disk, 'read'>): Promise<SignedBefore> {
  const [sums, signature, keys, keysSignature] = await Promise.all(
    [sumsPath, signaturePath, keysPath, keysSignaturePath].map((path) => disk.read(path)),
  )
  return { sums, signature, keys, keysSignature }
}

/** A signature whose comment one of some keys has signed. */
export interface SignedComment {
  minisig: Minisig
  head: SignedHead
}

/**
 * The signature of the build before, if one of these keys has made it: others can write to the folder of the site, and no
 * reader takes a build after the highest number. The bytes it signs may be gone; its comment is signed apart from them.
 */
export function readComment(
  signature: Uint8Array | undefined,
  daily: readonly PublicKey[],
): SignedComment | undefined {
  if (signature === undefined) return undefined
  try {
    const minisig = parseMinisig(Buffer.from(signature).toString())
    const { commentSignature } = minisig
    const isOurs = daily.some(({ key }) =>
      isSignedBy(key, commentSignature, toCommentBytes(minisig)),
    )
    return isOurs ? { minisig, head: parseHead(minisig.comment) } : undefined
  } catch {
    return undefined
  }
}

/**
 * The same by a key that signed before a rotation: the list in the folder names it, and the root key has signed that list.
 */
export async function readFormerComment(
  { signature, keys, keysSignature }: SignedBefore,
  root: PublicKey,
): Promise<SignedComment | undefined> {
  if (keys === undefined || keysSignature === undefined) return undefined
  try {
    const list = await verifyKeys({ keys, keysSignature }, nodeVerifier)
    if (Buffer.compare(list.root.key, root.key) !== 0) return undefined
    return readComment(signature, list.daily)
  } catch {
    return undefined
  }
}

/** Lists of lists that the build before proves by a key of now: its own, and that of the build whose files it keeps. */
export function listProven(
  { sums, signature }: SignedBefore,
  { archive, daily }: { archive: string; daily: readonly PublicKey[] },
): FileHash[] {
  const signed = readComment(signature, daily)
  if (signed?.head.archive !== archive || sums === undefined) return []
  const isOurs = daily.some(({ key }) => isSignedBy(key, signed.minisig.signature, sums))
  if (!isOurs) return []
  const { lists } = parseSumsRoot(Buffer.from(sums).toString())
  const { keeps } = signed.head
  const own = toFileHash(Buffer.from(lists.sha256, 'hex'))
  return keeps === undefined ? [own] : [own, keeps]
}
