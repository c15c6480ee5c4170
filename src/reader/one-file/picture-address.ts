// In place of `data/files/picture-address.ts`.
import { toVolumeId } from '#contract/lifeboat-directory.ts'
import { toPictureMediaType, type PictureFile } from '#contract/picture-file.ts'
import { openEmbedded } from './embedded-volumes.ts'
import { readEmbeddedPicture } from './embedded-picture.ts'

const addresses = new Map<PictureFile, string>()

/** Address of a picture that this file holds, made when it is first shown; empty where it is damaged or missing. */
export function toPictureAddress(file: PictureFile): string {
  const known = addresses.get(file)
  if (known !== undefined) return known
  const bytes = readEmbeddedPicture(file, { directory: openEmbedded().directory, findText })
  if (bytes === undefined) return ''
  const address = URL.createObjectURL(new Blob([bytes], { type: toPictureMediaType(file) }))
  addresses.set(file, address)
  return address
}

function findText(volume: number): string | undefined {
  return document.getElementById(toVolumeId(volume))?.textContent
}
