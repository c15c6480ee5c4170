import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  keysPath,
  keysSignaturePath,
  toKeysComment,
  toKeysText,
  type KeyList,
} from '#contract/signing/keys-file.ts'
import {
  toArchiveId,
  toKeyNumberText,
  toPublicKeyText,
  type PublicKey,
} from '#contract/signing/public-key.ts'
import { verifyKeys } from '#contract/signing/verify-signed.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { nodeVerifier } from '#builder/site/signing/node-verifier.ts'
import {
  makeSecretKey,
  parseSecretKey,
  signWith,
  toSecretKeyText,
  type SecretKey,
} from '#builder/site/signing/secret-key.ts'
import { sha256 } from '#builder/ground/sha256.ts'

const names = { root: 'root.key', daily: 'daily.key' }

/**
 * Makes a root key, a daily key and the list of keys in a new folder.
 * @throws BuildError when there are keys already, or the folder cannot be written to.
 */
export async function makeKeys(folder: string): Promise<KeyList> {
  const [root, daily] = [makeSecretKey(), makeSecretKey()]
  const list = {
    archive: toArchiveId(sha256(root.key)),
    sequence: 1,
    root: toPublic(root),
    daily: [toPublic(daily)],
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeSecret(join(folder, names.root), root)
    await writeSecret(join(folder, names.daily), daily)
    await writeFile(join(folder, 'root.pub'), toPublicFile(root))
    await writeFile(join(folder, 'daily.pub'), toPublicFile(daily))
    await writeList(folder, list, root)
  } catch (cause) {
    if (isCode(cause, ['EEXIST'])) {
      throw new BuildError(
        `"${folder}" holds keys already.`,
        'Give a new folder, or replace the daily key with --rotate.',
      )
    }
    throw toUnwritable(folder, cause)
  }
  return list
}

/**
 * Makes a new daily key in a folder of keys; the list names it in place of the former one.
 * @throws BuildError when the root key or the list is not there or does not fit.
 */
export async function rotateKeys(folder: string): Promise<KeyList> {
  const path = join(folder, names.root)
  const root = parseSecretKey((await read(path)).toString(), path)
  const before = await readList(folder)
  if (Buffer.compare(before.root.key, root.key) !== 0) {
    throw new BuildError(
      `The list of keys in "${folder}" is that of another root key.`,
      'Use the folder of this archive.',
    )
  }
  const daily = makeSecretKey()
  const list = { ...before, sequence: before.sequence + 1, daily: [toPublic(daily)] }
  const [key, aside] = [join(folder, names.daily), join(folder, `${names.daily}.new`)]
  try {
    await rm(aside, { force: true })
    await writeSecret(aside, daily)
    // A run that is killed between these two leaves a list that does not name the key, which `--sign` refuses.
    await rename(aside, key)
    await writeFile(join(folder, 'daily.pub'), toPublicFile(daily))
    await writeList(folder, list, root)
  } catch (cause) {
    throw toUnwritable(folder, cause)
  }
  return list
}

async function readList(folder: string): Promise<KeyList> {
  const [keys, keysSignature] = [
    await read(join(folder, keysPath)),
    await read(join(folder, keysSignaturePath)),
  ]
  try {
    return await verifyKeys({ keys, keysSignature }, nodeVerifier)
  } catch (cause) {
    throw new BuildError(
      `The list of keys in "${folder}" cannot be used: ${toFaultText(cause)}.`,
      'Take it from a backup.',
      { cause },
    )
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new BuildError(
      `"${path}" cannot be read.`,
      'Give the folder that `broadsheet keys` made.',
      { cause },
    )
  }
}

// Mode 600, and never over another key.
async function writeSecret(path: string, secret: SecretKey): Promise<void> {
  await writeFile(path, toSecretKeyText(secret), { flag: 'wx', mode: 0o600 })
}

const toPublic = ({ number, key }: PublicKey): PublicKey => ({ number, key })

function toPublicFile(key: PublicKey): string {
  return `untrusted comment: minisign public key ${toKeyNumberText(key)}\n${toPublicKeyText(key)}\n`
}

async function writeList(folder: string, list: KeyList, root: SecretKey): Promise<void> {
  const keys = Buffer.from(toKeysText(list))
  await writeFile(join(folder, keysPath), keys)
  await writeFile(join(folder, keysSignaturePath), signWith(root, keys, toKeysComment(list)))
}

function toUnwritable(folder: string, cause: unknown): BuildError {
  return new BuildError(
    `Keys cannot be written to "${folder}".`,
    'Check that the folder is writable.',
    { cause },
  )
}
