import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { toHref } from '#reader/links/paths.ts'

/** Address of a picture that the archive keeps itself. */
export function toPictureAddress(file: PictureFile): string {
  return toHref(picturePath(file))
}
