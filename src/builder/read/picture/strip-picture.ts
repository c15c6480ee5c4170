import type { PictureType } from '#contract/picture-file.ts'
import { privateKinds, type PrivateKind } from '#contract/build-report.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { mendWebp, stripWebp } from './strip-webp.ts'
import { PictureRest } from './picture-rest.ts'

/** A picture without what its file says beside the pixels. */
export interface StrippedPicture {
  bytes: Buffer
  /** Kinds of what was left out; empty when the bytes are the same. */
  kinds: PrivateKind[]
}

const strippers: Readonly<Partial<Record<PictureType, (rest: PictureRest) => void>>> = {
  jpg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
}

/**
 * Leaves out of a JPEG, PNG or WebP what cameras and programs wrote into it; the bytes of the picture itself, its
 * colours and how it is turned stay. Linear. A file of another form than it seems stays as it is from there on.
 */
export function stripPicture(bytes: Buffer, type: PictureType): StrippedPicture {
  const rest = new PictureRest(bytes)
  strippers[type]?.(rest)
  if (rest.isWhole) return { bytes, kinds: [] }
  const kinds = privateKinds.filter((kind) => rest.kinds.has(kind))
  const stripped = rest.join()
  if (type === 'webp') mendWebp(stripped, rest.orientation !== undefined)
  return { bytes: stripped, kinds: kinds.length === 0 ? ['other'] : kinds }
}
