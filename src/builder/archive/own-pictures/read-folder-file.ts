import type { PictureFault, PrivateKind } from '#contract/build-report.ts'
import { toPictureFile, type PictureFile } from '#contract/picture-file.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import {
  describeOther,
  mostPixels,
  sniffDamaged,
  sniffPicture,
  type PictureFacts,
} from '#builder/read/picture/sniff-picture.ts'
import { stripPicture } from '#builder/read/picture/strip-picture.ts'
import { openPlainFile } from '../pictures/picture-folder.ts'

/** Larger pictures are not copied: as for downloads, see `images --max-bytes`. */
export const mostOwnBytes = 20_000_000

/** What the bytes of a picture in the folders say. */
export interface FolderFacts extends PictureFacts {
  file: PictureFile
  /** Size in bytes, as it is copied. */
  bytes: number
  /** What is left out of it when it is copied, see `stripPicture`; absent = nothing. */
  removed?: readonly PrivateKind[]
}

/** Reads a picture in the folders, without following a link; trusts neither its name nor its size. */
export async function readFolderFile(path: string): Promise<FolderFacts | { fault: PictureFault }> {
  if (/\.svg$/i.test(path)) return { fault: 'drawing' }
  const file = await openPlainFile(path, mostOwnBytes)
  if (typeof file === 'string') {
    return { fault: file === 'is too large' ? 'tooLarge' : 'unreadable' }
  }
  try {
    const bytes = await file.readFile()
    const facts = sniffPicture(bytes) ?? sniffDamaged(bytes)
    if (facts === undefined) {
      return { fault: describeOther(bytes) === 'svg' ? 'drawing' : 'notPicture' }
    }
    if (facts.width * facts.height > mostPixels) return { fault: 'tooManyPixels' }
    const { bytes: copied, kinds } = stripPicture(bytes, facts.type)
    const name = toPictureFile(sha256(copied), facts.type)
    const removed = kinds.length === 0 ? {} : { removed: kinds }
    return { ...facts, ...removed, file: name, bytes: copied.length }
  } catch {
    return { fault: 'unreadable' }
  } finally {
    await file.close()
  }
}
