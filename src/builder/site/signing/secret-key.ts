import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import { keyAlgorithm, type PublicKey } from '#contract/signing/public-key.ts'
import { toCommentBytes, toMinisigText } from '#contract/signing/minisig.ts'
import { BuildError } from '#builder/ground/build-error.ts'

/** A key pair: Ed25519. */
export interface SecretKey extends PublicKey {
  /** What the private key is made of, 32 bytes. */
  seed: Uint8Array
}

// minisign's form of a key without a password: algorithm, no key derivation, BLAKE2b; salt and its limits, all zero;
// number, seed, public key, checksum.
const head = Buffer.concat([
  Buffer.from([...keyAlgorithm, 0, 0]),
  Buffer.from('B2'),
  Buffer.alloc(48),
])
const sizes = { number: 8, seed: 32, key: 32, sum: 32 }
const comment = 'untrusted comment: minisign encrypted secret key'

/** What comes before the seed of an Ed25519 key in its standard form (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

const decode = (text = '') => Buffer.from(text, 'base64url')

/** Makes a new key. */
export function makeSecretKey(): SecretKey {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { number: randomBytes(sizes.number), seed: decode(jwk.d), key: decode(jwk.x) }
}

/** A key as minisign writes it without a password (`minisign -G -W`). */
export function toSecretKeyText(secret: SecretKey): string {
  const { number, seed, key } = secret
  const bytes = Buffer.concat([head, number, seed, key, toChecksum(secret)])
  return `${comment}\n${bytes.toString('base64')}\n`
}

/**
 * Parses a key in minisign's form.
 * @throws BuildError when it has a password, is damaged or is no key. The message holds nothing of the text.
 */
export function parseSecretKey(text: string, path: string): SecretKey {
  const [, line = ''] = text.split('\n')
  const bytes = Buffer.from(line, 'base64')
  const isKey =
    bytes.length === head.length + 8 + 64 + 32 && bytes[0] === head[0] && bytes[1] === head[1]
  if (!isKey) {
    throw new BuildError(
      `"${path}" is no secret key of minisign.`,
      'Make one with `broadsheet keys`.',
    )
  }
  if (!bytes.subarray(0, 6).equals(head.subarray(0, 6))) {
    throw new BuildError(
      `The key in "${path}" is protected by a password, which a build cannot ask for.`,
      'Make one with `broadsheet keys`, or with `minisign -G -W`.',
    )
  }
  const at = (start: number, size: number) =>
    bytes.subarray(head.length + start, head.length + start + size)
  const secret = { number: at(0, 8), seed: at(8, 32), key: at(40, 32) }
  if (isWhole(secret, at(72, 32))) return secret
  throw new BuildError(`The key in "${path}" is damaged.`, 'Take it from a backup.')
}

// minisign leaves the checksum of a key without a password empty.
function isWhole(secret: SecretKey, checksum: Buffer): boolean {
  if (checksum.some((byte) => byte !== 0)) return checksum.equals(toChecksum(secret))
  const jwk = createPublicKey(toPrivateKey(secret)).export({ format: 'jwk' })
  return Buffer.compare(decode(jwk.x), secret.key) === 0
}

function toPrivateKey({ seed }: SecretKey): KeyObject {
  const encoded = Buffer.concat([pkcs8Head, seed])
  return createPrivateKey({ key: encoded, format: 'der', type: 'pkcs8' })
}

function toChecksum({ number, seed, key }: SecretKey): Uint8Array {
  return blake2b(Buffer.concat([Buffer.from(keyAlgorithm), number, seed, key]), {
    dkLen: sizes.sum,
  })
}

/** Signs bytes and a comment of one line, in minisign's form. */
export function signWith(secret: SecretKey, bytes: Uint8Array, line: string): Buffer {
  const privateKey = toPrivateKey(secret)
  const signature = sign(null, bytes, privateKey)
  const commentSignature = sign(null, toCommentBytes({ signature, comment: line }), privateKey)
  const { number } = secret
  return Buffer.from(toMinisigText({ number, signature, comment: line, commentSignature }))
}
