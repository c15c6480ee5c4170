// In place of `data/files/picture-address.ts`.
import { toVolumeId } from '#contract/lifeboat-directory.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { base85Group, decodeBase85 } from '#shape/lifeboat/base85.ts'
import { openEmbedded } from './embedded-volumes.ts'

const addresses = new Map<PictureFile, string>()

/** Address of a picture that this file holds, made when it is first shown; empty where it is damaged or missing. */
export function toPictureAddress(file: PictureFile): string {
  const address = addresses.get(file) ?? makeAddress(file)
  if (address !== '') addresses.set(file, address)
  return address
}

/** A picture is decoded from its own part of the volume. It begins at a whole group of characters. */
function makeAddress(file: PictureFile): string {
  const [volume, start, length] = openEmbedded().directory.files[picturePath(file)] ?? []
  if (volume === undefined || start === undefined || length === undefined) return ''
  const text = document.getElementById(toVolumeId(volume))?.textContent ?? ''
  try {
    const { bytes: size, characters } = base85Group
    const from = (start / size) * characters
    const bytes = decodeBase85(text.slice(from, from + Math.ceil(length / size) * characters))
    return URL.createObjectURL(new Blob([bytes.subarray(0, length)], { type: toType(file) }))
  } catch (error) {
    if (error instanceof RangeError) return ''
    throw error
  }
}

function toType(file: PictureFile): string {
  const extension = file.slice(file.lastIndexOf('.') + 1)
  return `image/${extension === 'jpg' ? 'jpeg' : extension}`
}
