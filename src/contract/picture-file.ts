import * as v from 'valibot'
import { toFileHash } from './file-names.ts'

/** Raster formats a picture of the archive may have, as file extensions. No SVG: it is a document. */
export const pictureTypes = ['jpg', 'png', 'gif', 'webp', 'avif'] as const
export type PictureType = (typeof pictureTypes)[number]

/**
 * Name of a picture file: content hash (see `FileHash`), a dot, the format. The same in the folder of the archive's
 * pictures and in a site.
 */
export type PictureFile = string & { readonly kind: 'PictureFile' }

const pictureFilePattern = new RegExp(`^[a-z2-7]{26}\\.(?:${pictureTypes.join('|')})$`)

/** Parses the name of a picture file; `undefined` for anything else, above all paths. */
export function parsePictureFile(name: string): PictureFile | undefined {
  return pictureFilePattern.test(name) ? (name as PictureFile) : undefined
}

/** Makes the name of a picture file from the SHA-256 digest of its bytes. */
export function toPictureFile(sha256: Uint8Array, type: PictureType): PictureFile {
  return `${toFileHash(sha256)}.${type}` as PictureFile
}

/** Format of a picture, as its name says. */
export function toPictureType(file: PictureFile): PictureType {
  return file.slice(file.lastIndexOf('.') + 1) as PictureType
}

/** Media type of a picture, as its name says. */
export function toPictureMediaType(file: PictureFile): string {
  const type = toPictureType(file)
  return `image/${type === 'jpg' ? 'jpeg' : type}`
}

/** Path of a picture below the site's root. */
export function picturePath(file: PictureFile): string {
  return `data/images/${file}`
}

/** Wire shape of a picture file name. */
export const pictureFile = v.custom<PictureFile>(
  (value) => typeof value === 'string' && parsePictureFile(value) !== undefined,
  'picture file',
)
