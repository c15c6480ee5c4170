import { parseKeys, toKeysComment, type KeyList } from './keys-file.ts'
import { parseMinisig, toCommentBytes, type Minisig } from './minisig.ts'
import { toArchiveId, type PublicKey } from './public-key.ts'
import { parseHead, type SignedHead } from './signed-head.ts'

/** What verifying takes from the machine: Node's own functions, or the browser's. */
export interface Verifier {
  sha256(bytes: Uint8Array): Promise<Uint8Array>
  /** Whether an Ed25519 signature is of these bytes by this key. */
  verify(key: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>
}

/** A chain that does not hold. The message says at which link. */
export class SignatureError extends Error {
  override readonly name = 'SignatureError'
}

/** Bytes of the files that a chain is made of. */
export interface SignedFiles {
  sums: Uint8Array
  signature: Uint8Array
  keys: Uint8Array
  keysSignature: Uint8Array
}

/** A chain that holds: root key, list of keys, daily key, `SHA256SUMS`. */
export interface SignedSite {
  head: SignedHead
  keys: KeyList
  /** The daily key that signed. */
  signer: PublicKey
}

/**
 * Verifies who signed `SHA256SUMS`, and with it every byte of a site. That the root key is the one its reader trusts is
 * for the caller to say: a key that comes with the site proves nothing.
 * @throws SignatureError when a link does not hold; ContractError when a file has another form.
 */
export async function verifySigned(files: SignedFiles, tools: Verifier): Promise<SignedSite> {
  return verifyHead(files, await verifyKeys(files, tools), tools)
}

/**
 * Verifies that a key of a list, which is verified already, signed `SHA256SUMS`.
 * @throws as `verifySigned` does.
 */
export async function verifyHead(
  files: Pick<SignedFiles, 'sums' | 'signature'>,
  keys: KeyList,
  tools: Verifier,
): Promise<SignedSite> {
  const signature = parseMinisig(decode(files.signature))
  const signer = keys.daily.find(({ number }) => isSame(number, signature.number))
  if (signer === undefined)
    throw new SignatureError('it is signed with a key that the list of keys does not name')
  await proveMinisig(signature, { bytes: files.sums, key: signer, tools })
  const head = parseHead(signature.comment)
  if (head.archive !== keys.archive)
    throw new SignatureError('the signature is that of another archive')
  return { head, keys, signer }
}

/**
 * Verifies a list of keys: its root key signed it, and the archive is named after that key.
 * @throws as `verifySigned` does.
 */
export async function verifyKeys(
  files: Pick<SignedFiles, 'keys' | 'keysSignature'>,
  tools: Verifier,
): Promise<KeyList> {
  const keys = parseKeys(decode(files.keys))
  if (toArchiveId(await tools.sha256(keys.root.key)) !== keys.archive) {
    throw new SignatureError('the archive is not named after its root key')
  }
  const signature = parseMinisig(decode(files.keysSignature))
  await proveMinisig(signature, { bytes: files.keys, key: keys.root, tools })
  if (signature.comment !== toKeysComment(keys)) {
    throw new SignatureError('the signature is that of another list of keys')
  }
  return keys
}

async function proveMinisig(
  minisig: Minisig,
  { bytes, key, tools }: { bytes: Uint8Array; key: PublicKey; tools: Verifier },
): Promise<void> {
  const { number, signature, commentSignature } = minisig
  const isRight =
    isSame(number, key.number) &&
    (await tools.verify(key.key, signature, bytes)) &&
    (await tools.verify(key.key, commentSignature, toCommentBytes(minisig)))
  if (!isRight) throw new SignatureError('the signature does not fit its key')
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => other[at] === byte)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
