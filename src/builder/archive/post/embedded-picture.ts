import type { PictureFile } from '#contract/picture-file.ts'
import type { DataPicture } from '#builder/read/clean/rules/data-picture.ts'

/** A picture that was part of a post's text, as the cache keeps it. */
export interface EmbeddedPicture {
  /** Its address in the cleaned article. */
  url: string
  file: PictureFile
  /** In pixels. */
  width: number
  height: number
  /** Its bytes, base64. */
  data: string
}

/** Together, of one post, in bytes: a body is read and written whole. */
const mostBytes = 24_000_000

/** The pictures of a post that its article shows, for its body; those beyond the limit are lost. */
export function toEmbedded(
  pictures: readonly DataPicture[],
  parts: readonly string[],
): EmbeddedPicture[] {
  let rest = mostBytes
  return pictures
    .filter(({ url }) => parts.some((part) => part.includes(url)))
    .filter(({ bytes }) => (rest -= bytes.length) >= 0)
    .map(({ url, file, width, height, bytes }) => {
      return { url, file, width, height, data: bytes.toString('base64') }
    })
}
