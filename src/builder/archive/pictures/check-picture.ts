import type { PrivateKind } from '#contract/build-report.ts'
import { toPictureFile, type PictureFile } from '#contract/picture-file.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import {
  mostPixels,
  sniffDamaged,
  sniffPicture,
  type PictureFacts,
} from '#builder/read/picture/sniff-picture.ts'
import { stripPicture } from '#builder/read/picture/strip-picture.ts'
import type { KeptEntry } from './ledger.ts'
import { isNameOf, type KeptName } from './kept-name.ts'
import { openPlainFile } from './picture-folder.ts'

/** Larger files were not written by us. */
const mostPictureBytes = 100_000_000

/** What the bytes of a kept picture say: its name in a site, format and sides. */
export interface KeptFacts extends PictureFacts {
  file: PictureFile
  /** Size in bytes, as it is copied. */
  bytes: number
  /** What is left out of it when it is copied, see `stripPicture`; absent = nothing. */
  removed?: readonly PrivateKind[]
}

/** A kept picture as it is copied into a site, with its facts and its size in the folder, or what is wrong with it. */
type ReadPicture = { bytes: Buffer; facts: KeptFacts; sizeHere: number } | { fault: string }

/** Returns the facts of a kept picture from its bytes, or what is wrong with it. Trusts no number in the ledger. */
export async function checkPicture(
  path: string,
  { file, bytes }: KeptEntry,
): Promise<KeptFacts | { fault: string }> {
  const picture = await readPicture(path, file)
  if ('fault' in picture) return picture
  if (picture.sizeHere !== bytes) return { fault: 'has the wrong size' }
  const { width, height } = picture.facts
  if (width === 0) return { fault: 'is not a picture' }
  return width * height > mostPixels ? { fault: 'has too many pixels' } : picture.facts
}

/**
 * Reads a kept picture and checks it against its name, which is the hash of its bytes and their format: there, or in the
 * site.
 */
export async function readPicture(path: string, name: KeptName): Promise<ReadPicture> {
  const file = await openPlainFile(path, mostPictureBytes)
  if (typeof file === 'string') return { fault: file }
  try {
    const bytes = await file.readFile()
    const facts = sniffPicture(bytes) ?? sniffDamaged(bytes)
    if (facts === undefined) return { fault: 'is not a picture' }
    const own = toPictureFile(sha256(bytes), facts.type)
    const { bytes: copied, kinds } = stripPicture(bytes, facts.type)
    const inSite = toPictureFile(sha256(copied), facts.type)
    if (!isNameOf(name, own) && name !== inSite) return { fault: 'does not match its name' }
    const removed = kinds.length === 0 ? {} : { removed: kinds }
    const kept = { ...facts, ...removed, file: inSite, bytes: copied.length }
    return { bytes: copied, facts: kept, sizeHere: bytes.length }
  } finally {
    await file.close()
  }
}
