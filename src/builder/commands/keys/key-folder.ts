import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keysPath, keysSignaturePath, type KeyList } from '#contract/signing/keys-file.ts'
import {
  toArchiveId,
  toKeyNumberText,
  toPublicKeyText,
  type PublicKey,
} from '#contract/signing/public-key.ts'
import { verifyKeys } from '#contract/signing/verify-signed.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { nodeVerifier } from '#builder/site/signing/node-verifier.ts'
import {
  makeSecretKey,
  parseSecretKey,
  toSecretKeyText,
  type SecretKey,
} from '#builder/site/signing/secret-key.ts'
import { readKeyFile, readListNumber, writeKeyList } from './list-of-keys.ts'

const names = { root: 'root.key', daily: 'daily.key' }

/** All files that are made, in the order in which they are put into their folder. */
const allFiles = [names.daily, 'daily.pub', keysPath, keysSignaturePath, 'root.pub', names.root]

/** Folder in the folder of keys in which new ones lie until all of them are written. */
const asideName = '.new-keys'

/**
 * Makes a root key, a daily key and the list of keys in a new folder. A run that was killed leaves no keys behind, or ones
 * that the next run puts into place.
 * @throws BuildError when there are keys already, or the folder cannot be written to.
 */
export async function makeKeys(folder: string): Promise<KeyList> {
  await makeKeyFolder(folder)
  const aside = join(folder, asideName)
  const isHere = (name: string) => existsSync(join(folder, name))
  // The signature of the list is written last and put into place before the root key.
  const isMade = existsSync(join(aside, names.root)) && [aside, folder].some(holdsList)
  const left = isMade ? allFiles.filter((name) => existsSync(join(aside, name))) : allFiles
  if (left.some(isHere)) {
    throw new BuildError(
      `"${folder}" holds keys already.`,
      'Give a new folder, or replace the daily key with --rotate.',
    )
  }
  try {
    if (!isMade) await writeAll(aside)
    for (const name of left) await rename(join(aside, name), join(folder, name))
    await rm(aside, { recursive: true })
    return await verifyKeys(await readList(folder), nodeVerifier)
  } catch (cause) {
    throw toUnwritable(folder, cause)
  }
}

function holdsList(folder: string): boolean {
  return existsSync(join(folder, keysSignaturePath))
}

async function writeAll(folder: string): Promise<void> {
  const [root, daily] = [makeSecretKey(), makeSecretKey()]
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  await writeSecret(join(folder, names.root), root)
  await writeSecret(join(folder, names.daily), daily)
  await writeFile(join(folder, 'root.pub'), toPublicFile(root))
  await writeDaily(folder, { root, daily, sequence: 1 })
}

async function readList(folder: string) {
  const [keys, keysSignature] = await Promise.all([
    readKeyFile(join(folder, keysPath)),
    readKeyFile(join(folder, keysSignaturePath)),
  ])
  return { keys, keysSignature }
}

async function makeKeyFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    if (!isCode(cause, ['EEXIST', 'ENOTDIR'])) throw toUnwritable(folder, cause)
    throw new BuildError(`"${folder}" is no folder: a file is in its place.`, 'Give a new folder.')
  }
}

/**
 * Makes a new daily key in a folder of keys; the list names it in place of the former one. Ends a rotation that was
 * interrupted.
 * @throws BuildError when the root key is not there, or the list is not one that it signed.
 */
export async function rotateKeys(folder: string): Promise<KeyList> {
  const path = join(folder, names.root)
  const root = parseSecretKey((await readKeyFile(path)).toString(), path)
  const sequence = (await readListNumber(folder, root)) + 1
  const daily = makeSecretKey()
  const [key, aside] = [join(folder, names.daily), join(folder, `${names.daily}.new`)]
  try {
    await rm(aside, { force: true })
    await writeSecret(aside, daily)
    // A run that is killed from here on leaves a list that does not name the key: `--sign` refuses it until the next one.
    await rename(aside, key)
    return await writeDaily(folder, { root, daily, sequence })
  } catch (cause) {
    throw toUnwritable(folder, cause)
  }
}

/** Writes what is public of a daily key: its own file, and the list that names it. */
async function writeDaily(
  folder: string,
  { root, daily, sequence }: { root: SecretKey; daily: SecretKey; sequence: number },
): Promise<KeyList> {
  const list = {
    archive: toArchiveId(sha256(root.key)),
    sequence,
    root: toPublic(root),
    daily: [toPublic(daily)],
  }
  await writeFile(join(folder, 'daily.pub'), toPublicFile(daily))
  await writeKeyList(folder, list, root)
  return list
}

// Mode 600, and never over another key.
async function writeSecret(path: string, secret: SecretKey): Promise<void> {
  await writeFile(path, toSecretKeyText(secret), { flag: 'wx', mode: 0o600, flush: true })
}

const toPublic = ({ number, key }: PublicKey): PublicKey => ({ number, key })

function toPublicFile(key: PublicKey): string {
  return `untrusted comment: minisign public key ${toKeyNumberText(key)}\n${toPublicKeyText(key)}\n`
}

function toUnwritable(folder: string, cause: unknown): BuildError {
  return new BuildError(
    `Keys cannot be written to "${folder}".`,
    'Check that the folder is writable.',
    { cause },
  )
}
