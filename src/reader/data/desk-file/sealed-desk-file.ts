import * as v from 'valibot'
import { fromBase64, toBase64 } from '#contract/signing/base64.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import { canSeal } from './can-seal.ts'
import { deskFormat, deskVersion, parseDeskHead } from './desk-file.ts'
import { DeskFileError } from './desk-file-error.ts'

/** Rounds of a new file: what OWASP asks for (2023). */
export const sealRounds = 600_000

/** A file that asks for more would keep a device busy. */
const mostRounds = 3_000_000

const [saltBytes, ivBytes] = [16, 12]

const sealShape = v.object({
  cipher: v.literal('AES-256-GCM'),
  key: v.literal('PBKDF2-SHA-256'),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1)),
  salt: v.string(),
  iv: v.string(),
  /** SHA-256 of all of this but itself: what tells damage from a wrong passphrase. */
  sum: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** A desk file, encrypted, in base64. */
  data: v.string(),
})

type Seal = Omit<v.InferOutput<typeof sealShape>, 'data' | 'sum'>

/** A file that only its passphrase opens. */
export interface SealedDeskFile {
  /** Everything but the data, which is proven with them. */
  seal: Seal
  data: Uint8Array<ArrayBuffer>
}

/** Encrypts a desk file with a passphrase. */
export async function sealDeskFile(text: string, passphrase: string): Promise<string> {
  const seal: Seal = {
    cipher: 'AES-256-GCM',
    key: 'PBKDF2-SHA-256',
    rounds: sealRounds,
    salt: makeRandom(saltBytes),
    iv: makeRandom(ivBytes),
  }
  const key = await toKey(passphrase, seal)
  const sealed = await crypto.subtle.encrypt(toCipher(seal), key, new TextEncoder().encode(text))
  const data = new Uint8Array(sealed)
  const whole = { ...seal, sum: await toSum(seal, data), data: toBase64(data) }
  return `${JSON.stringify({ format: deskFormat, version: deskVersion, sealed: whole })}\n`
}

/**
 * Parses a sealed desk file, as far as that goes without its passphrase; `undefined` = it is not sealed.
 * @throws DeskFileError when it is damaged, or asks for too much work.
 */
export async function parseSealedFile(text: string): Promise<SealedDeskFile | undefined> {
  const head = parseDeskHead(text)
  if (typeof head !== 'object' || head === null || !('sealed' in head)) return undefined
  const read = v.safeParse(sealShape, head.sealed)
  if (!read.success) throw new DeskFileError('damaged')
  const { data, sum, ...seal } = read.output
  if (seal.rounds > mostRounds) throw new DeskFileError('work')
  const bytes = fromBase64(data)
  const isWhole =
    fromBase64(seal.salt)?.length === saltBytes && fromBase64(seal.iv)?.length === ivBytes
  if (bytes === undefined || !isWhole) throw new DeskFileError('damaged')
  const own = new Uint8Array(bytes)
  // Without encryption there are no hashes either: whoever cannot open it is told that instead.
  if (canSeal() && (await toSum(seal, own)) !== sum) throw new DeskFileError('damaged')
  return { seal, data: own }
}

/**
 * Opens a sealed desk file. @returns the text of a desk file.
 * @throws DeskFileError when the passphrase is another one, or somebody has changed the file and its sum: nothing tells them apart.
 */
export async function openSealedFile(
  { seal, data }: SealedDeskFile,
  passphrase: string,
): Promise<string> {
  const key = await toKey(passphrase, seal)
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(toCipher(seal), key, data))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    throw new DeskFileError('passphrase', { cause: error })
  }
}

function makeRandom(bytes: number): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(bytes)))
}

async function toKey(passphrase: string, { salt, rounds }: Seal): Promise<CryptoKey> {
  // Typed on another device it may be other characters for the same letters.
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** What is proven with the data: nobody can put another head before them. */
function toHeadBytes({ cipher, key, rounds, salt, iv }: Seal): Uint8Array<ArrayBuffer> {
  const head = [deskFormat, deskVersion, cipher, key, rounds, salt, iv]
  return new Uint8Array(new TextEncoder().encode(JSON.stringify(head)))
}

function toCipher(seal: Seal): AesGcmParams {
  return { name: 'AES-GCM', iv: toBytes(seal.iv), additionalData: toHeadBytes(seal) }
}

async function toSum(seal: Seal, data: Uint8Array): Promise<string> {
  const head = toHeadBytes(seal)
  const all = new Uint8Array(head.length + data.length)
  all.set(head)
  all.set(data, head.length)
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)))
}

function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fromBase64(base64) ?? [])
}
