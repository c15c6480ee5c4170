import { sha256 } from '@noble/hashes/sha2.js'
import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import {
  picturePath,
  toPictureFile,
  toPictureType,
  type PictureFile,
} from '#contract/picture-file.ts'
import { base85Group, decodeBase85 } from '#shape/lifeboat/base85.ts'

/** Where a lifeboat has its pictures. */
export interface PictureVolumes {
  directory: LifeboatDirectory
  /** Text of a volume; `undefined` where the file ends before it. */
  findText: (volume: number) => string | undefined
}

/**
 * Bytes of a picture, decoded from its own part of the volume: it begins at a whole group of characters. `undefined` where they are missing
 * or not those that its name promises. The hash is computed at once: what shows pictures needs their addresses at once.
 */
export function readEmbeddedPicture(
  file: PictureFile,
  { directory, findText }: PictureVolumes,
): Uint8Array<ArrayBuffer> | undefined {
  const [volume = -1, start = 0, length = 0] = directory.files[picturePath(file)] ?? []
  const { bytes: size, characters } = base85Group
  if (directory.volumes[volume]?.packing !== 'none' || start % size !== 0) return undefined
  const from = (start / size) * characters
  const text = findText(volume)?.slice(from, from + Math.ceil(length / size) * characters)
  const bytes = text === undefined ? undefined : decode(text)?.subarray(0, length)
  if (bytes === undefined) return undefined
  return toPictureFile(sha256(bytes), toPictureType(file)) === file ? bytes : undefined
}

function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return decodeBase85(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
