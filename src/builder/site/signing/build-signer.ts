import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { keysPath, keysSignaturePath, type KeyList } from '#contract/signing/keys-file.ts'
import { parseMinisig, toCommentBytes, type Minisig } from '#contract/signing/minisig.ts'
import type { PublicKey } from '#contract/signing/public-key.ts'
import {
  mostSequence,
  parseHead,
  toHeadText,
  type SignedHead,
} from '#contract/signing/signed-head.ts'
import { verifyKeys } from '#contract/signing/verify-signed.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { isSignedBy, nodeVerifier } from './node-verifier.ts'
import { parseSecretKey, signWith, type SecretKey } from './secret-key.ts'

const msPerDay = 86_400_000

/** Signs the builds of an archive. */
export interface BuildSigner {
  /** Name of the archive. */
  archive: string
  /** The list of keys and its signature, which go into the site. */
  keys: Uint8Array
  keysSignature: Uint8Array
  /**
   * Asks, before anything is written, whether another build can follow the one with this signature.
   * @throws BuildError when it has the highest number.
   */
  expectNext: (before: Uint8Array) => void
  /** The signature over `SHA256SUMS`; `before` is that of the previous build in the folder. */
  sign: (sums: Uint8Array, before: Uint8Array | undefined) => Buffer
}

/** How builds are signed. */
export interface SigningChoice {
  /** The daily key; beside it lie the list of keys and its signature. */
  keyFile: string
  /** Days until the keeper means to sign again. */
  expectEvery?: number | undefined
  now: () => number
}

/**
 * Opens a daily key.
 * @throws BuildError when it is no key, or the list beside it is missing, wrong, or does not name the key.
 */
export async function openBuildSigner(choice: SigningChoice): Promise<BuildSigner> {
  const { keyFile } = choice
  const secret = parseSecretKey(await readKeyFile(keyFile), keyFile)
  const beside = (name: string) => readBeside(join(dirname(keyFile), name))
  const [keys, keysSignature] = [await beside(keysPath), await beside(keysSignaturePath)]
  const list = await verifyList({ keys, keysSignature }, keyFile)
  if (!list.daily.some(({ key }) => Buffer.compare(key, secret.key) === 0)) {
    throw new BuildError(
      `The list of keys beside "${keyFile}" does not name this key.`,
      'Sign with the daily key of this archive, not with its root key. After a rotation that was interrupted, run `broadsheet keys --rotate` again.',
    )
  }
  const { archive, daily } = list
  return {
    archive,
    keys,
    keysSignature,
    expectNext: (before) => expectNext(before, daily),
    sign: (sums, before) => signBuild(secret, { archive, daily, sums, before, choice }),
  }
}

async function verifyList(
  files: { keys: Uint8Array; keysSignature: Uint8Array },
  keyFile: string,
): Promise<KeyList> {
  try {
    return await verifyKeys(files, nodeVerifier)
  } catch (cause) {
    throw new BuildError(
      `The list of keys beside "${keyFile}" cannot be used: ${toFaultText(cause)}.`,
      'Run `broadsheet keys --rotate` again if a rotation was interrupted, else take `KEYS` and `KEYS.minisig` from a backup.',
      { cause },
    )
  }
}

const toText = (ms: number) => new Date(ms).toISOString()

interface SignedBuild {
  archive: string
  daily: readonly PublicKey[]
  sums: Uint8Array
  before: Uint8Array | undefined
  choice: SigningChoice
}

function signBuild(
  secret: SecretKey,
  { archive, daily, sums, before, choice }: SignedBuild,
): Buffer {
  const seconds = Math.floor(choice.now() / 1000)
  const { expectEvery } = choice
  const nextBy =
    expectEvery === undefined
      ? {}
      : { nextBy: toText(seconds * 1000 + expectEvery * msPerDay).slice(0, 10) }
  const date = `${toText(seconds * 1000).slice(0, 19)}Z`
  const make = (sequence: number) =>
    signWith(secret, sums, toHeadText({ archive, sequence, date, ...nextBy }))
  const old = before === undefined ? undefined : readSigned(before, daily)
  if (old?.head.archive !== archive) return make(seconds)
  // Ed25519 gives the same bytes for the same message, so an equal signature is one of the same build.
  const isSame =
    Buffer.compare(parseMinisig(make(1).toString()).signature, old.minisig.signature) === 0
  return make(isSame ? old.head.sequence : Math.max(old.head.sequence + 1, seconds))
}

function expectNext(before: Uint8Array, daily: readonly PublicKey[]): void {
  const sequence = readSigned(before, daily)?.head.sequence ?? 0
  if (sequence < mostSequence) return
  throw new BuildError(
    `The build in the folder has the number ${sequence}, after which no other can follow.`,
    'A daily key has signed that number: replace it with `broadsheet keys --rotate`.',
  )
}

/**
 * The signature of the build before, if a key of the list has made it: others can write to the folder of the site, and
 * no reader takes a build after the highest number. The bytes it signs are gone; its comment is signed apart from them.
 */
function readSigned(
  bytes: Uint8Array,
  daily: readonly PublicKey[],
): { minisig: Minisig; head: SignedHead } | undefined {
  try {
    const minisig = parseMinisig(Buffer.from(bytes).toString())
    const { commentSignature } = minisig
    const isOurs = daily.some(({ key }) =>
      isSignedBy(key, commentSignature, toCommentBytes(minisig)),
    )
    return isOurs ? { minisig, head: parseHead(minisig.comment) } : undefined
  } catch {
    return undefined
  }
}

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new BuildError(`The key "${path}" cannot be read.`, 'Check the path of --sign.', {
      cause,
    })
  }
}

async function readBeside(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new BuildError(
      `"${path}" cannot be read: a key signs only beside the list that names it.`,
      'Copy `KEYS` and `KEYS.minisig` to where the daily key is.',
      { cause },
    )
  }
}
