import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileHash } from '#contract/file-names.ts'
import { keysPath, keysSignaturePath, type KeyList } from '#contract/signing/keys-file.ts'
import { parseMinisig } from '#contract/signing/minisig.ts'
import type { PublicKey } from '#contract/signing/public-key.ts'
import { mostSequence, toHeadText } from '#contract/signing/signed-head.ts'
import { verifyKeys } from '#contract/signing/verify-signed.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { nodeVerifier } from './node-verifier.ts'
import { parseSecretKey, signWith, type SecretKey } from './secret-key.ts'
import {
  listProven,
  readComment,
  readFormerComment,
  type SignedBefore,
  type SignedComment,
} from './signed-before.ts'

const msPerDay = 86_400_000

/** What is signed with `SHA256SUMS`, and what it follows. */
export interface BuildToSign {
  before: SignedBefore
  /** See `SignedHead`. */
  keeps: FileHash | undefined
}

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
  /** Lists of lists that the build before proves. */
  listProven: (before: SignedBefore) => FileHash[]
  /** The signature over `SHA256SUMS`. */
  sign: (sums: Uint8Array, build: BuildToSign) => Promise<Buffer>
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
  const { archive, daily, root } = list
  return {
    archive,
    keys,
    keysSignature,
    expectNext: (before) => expectNext(before, daily),
    listProven: (before) => listProven(before, list),
    sign: async (sums, { before, keeps }) => {
      const own = readComment(before.signature, daily)
      const former = own === undefined ? await readFormerComment(before, root) : undefined
      return signBuild(secret, { archive, sums, keeps, own, former, choice })
    },
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
  sums: Uint8Array
  keeps: FileHash | undefined
  /** The signature of the build before, by a key of now or by one that was replaced. */
  own: SignedComment | undefined
  former: SignedComment | undefined
  choice: SigningChoice
}

/**
 * How far a key that was replaced may lead ahead of the clock: one that was stolen must not use up the numbers, and a
 * clock that was wrong must not make the next build look older.
 */
const mostSecondsAhead = 10 * 365 * 86_400

function signBuild(
  secret: SecretKey,
  { archive, sums, keeps, own, former, choice }: SignedBuild,
): Buffer {
  const seconds = Math.floor(choice.now() / 1000)
  const { expectEvery } = choice
  const nextBy =
    expectEvery === undefined
      ? {}
      : { nextBy: toText(seconds * 1000 + expectEvery * msPerDay).slice(0, 10) }
  const date = `${toText(seconds * 1000).slice(0, 19)}Z`
  const kept = keeps === undefined ? {} : { keeps }
  const make = (sequence: number) =>
    signWith(secret, sums, toHeadText({ archive, sequence, date, ...nextBy, ...kept }))
  const old = own ?? former
  if (old?.head.archive !== archive) return make(seconds)
  if (old === former && old.head.sequence > seconds + mostSecondsAhead) return make(seconds)
  // Ed25519 gives the same bytes for the same message, so an equal signature is one of the same build.
  const isSame =
    Buffer.compare(parseMinisig(make(1).toString()).signature, old.minisig.signature) === 0
  return make(isSame ? old.head.sequence : Math.max(old.head.sequence + 1, seconds))
}

function expectNext(before: Uint8Array, daily: readonly PublicKey[]): void {
  const sequence = readComment(before, daily)?.head.sequence ?? 0
  if (sequence < mostSequence) return
  throw new BuildError(
    `The build in the folder has the number ${sequence}, after which no other can follow.`,
    'A daily key has signed that number: replace it with `broadsheet keys --rotate`.',
  )
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
