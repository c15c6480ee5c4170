import { joinBytes } from '#core/bytes/join-bytes.ts'
import { ContractError } from '../contract-error.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { keyAlgorithm } from './public-key.ts'

/** A signature in minisign's form. */
export interface Minisig {
  /** Number of the key. */
  number: Uint8Array
  /** Ed25519 over the bytes of the file, 64 bytes. */
  signature: Uint8Array
  /** A line that is signed with it. */
  comment: string
  /** Ed25519 over `signature` and the bytes of `comment`. */
  commentSignature: Uint8Array
}

const signatureBytes = 64
const numberBytes = 8

// Nothing proves this line, so it always says the same.
const head = 'untrusted comment: signature by a key of this archive'
const commentLabel = 'trusted comment: '

/** The four lines of a signature, as `minisign -V` reads them. */
export function toMinisigText({ number, signature, comment, commentSignature }: Minisig): string {
  const own = toBase64(Uint8Array.of(...keyAlgorithm, ...number, ...signature))
  return `${head}\n${own}\n${commentLabel}${comment}\n${toBase64(commentSignature)}\n`
}

/**
 * Parses a signature.
 * @throws ContractError when it is anything but what `toMinisigText` writes.
 */
export function parseMinisig(text: string): Minisig {
  const [first, own = '', comment = '', last = '', ...rest] = text.split('\n')
  const bytes = fromBase64(own)
  const commentSignature = fromBase64(last)
  const isOurs =
    first === head &&
    bytes?.length === keyAlgorithm.length + numberBytes + signatureBytes &&
    keyAlgorithm.every((byte, at) => bytes[at] === byte) &&
    commentSignature?.length === signatureBytes &&
    comment.startsWith(commentLabel) &&
    rest.length === 1 &&
    rest[0] === ''
  if (!isOurs) throw new ContractError('a signature has another form')
  return {
    number: bytes.slice(2, 2 + numberBytes),
    signature: bytes.slice(2 + numberBytes),
    comment: comment.slice(commentLabel.length),
    commentSignature,
  }
}

/** The bytes that `commentSignature` signs. */
export function toCommentBytes({
  signature,
  comment,
}: Pick<Minisig, 'signature' | 'comment'>): Uint8Array {
  return joinBytes([signature, new TextEncoder().encode(comment)])
}
