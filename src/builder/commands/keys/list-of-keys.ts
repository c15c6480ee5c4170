import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  keysPath,
  keysSignaturePath,
  parseKeys,
  toKeysComment,
  toKeysText,
  type KeyList,
} from '#contract/signing/keys-file.ts'
import { parseMinisig, toCommentBytes } from '#contract/signing/minisig.ts'
import { toArchiveId } from '#contract/signing/public-key.ts'
import { verifyKeys } from '#contract/signing/verify-signed.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { isSignedBy, nodeVerifier } from '#builder/site/signing/node-verifier.ts'
import { signWith, type SecretKey } from '#builder/site/signing/secret-key.ts'

/** Writes the list of keys of a folder and its signature. Each is replaced whole, the signature last. */
export async function writeKeyList(folder: string, list: KeyList, root: SecretKey): Promise<void> {
  const keys = Buffer.from(toKeysText(list))
  await replaceFile(join(folder, keysPath), keys)
  await replaceFile(join(folder, keysSignaturePath), signWith(root, keys, toKeysComment(list)))
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.new`
  await writeFile(aside, bytes, { flush: true })
  await rename(aside, path)
}

/**
 * Number of the newest list of keys in a folder that the root key has signed. A list that its signature does not fit is
 * one that was being replaced: the signature is then that of the list before and tells its number.
 * @throws BuildError when the list is that of another root key, or nothing there is signed by this one.
 */
export async function readListNumber(folder: string, root: SecretKey): Promise<number> {
  const signature = await readKeyFile(join(folder, keysSignaturePath))
  const keys = await readKeyFile(join(folder, keysPath))
  try {
    const list = await verifyKeys({ keys, keysSignature: signature }, nodeVerifier)
    if (isOf(list, root)) return list.sequence
  } catch (cause) {
    const number = isOfOther(keys, root) ? undefined : readSignedNumber(signature, root)
    if (number !== undefined) return number
    throw new BuildError(
      `The list of keys in "${folder}" cannot be used: ${toFaultText(cause)}.`,
      'Take it from a backup.',
      { cause },
    )
  }
  throw new BuildError(
    `The list of keys in "${folder}" is that of another root key.`,
    'Use the folder of this archive.',
  )
}

function isOf(list: KeyList, root: SecretKey): boolean {
  return Buffer.compare(list.root.key, root.key) === 0
}

function isOfOther(keys: Buffer, root: SecretKey): boolean {
  try {
    return !isOf(parseKeys(keys.toString()), root)
  } catch {
    return false
  }
}

/** The number in a signature's comment, which is signed apart from the list. */
function readSignedNumber(bytes: Buffer, root: SecretKey): number | undefined {
  try {
    const minisig = parseMinisig(bytes.toString())
    const sequence = Number(/ keys (\d+)$/.exec(minisig.comment)?.[1])
    const archive = toArchiveId(sha256(root.key))
    const { commentSignature } = minisig
    return minisig.comment === toKeysComment({ archive, sequence }) &&
      isSignedBy(root.key, commentSignature, toCommentBytes(minisig))
      ? sequence
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads a file in a folder of keys.
 * @throws BuildError when it cannot be read.
 */
export async function readKeyFile(path: string): Promise<Buffer> {
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
