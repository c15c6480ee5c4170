import { createHash } from 'node:crypto'
import { toReadableName } from '#builder/ground/disk/disk-name.ts'
import { readStamp } from '#builder/ground/disk/file-stamp.ts'
import { toPicturePath, type CollectionPictures } from '#builder/read/discover/picture-files.ts'

/**
 * Identifies the pictures in the folders by their paths and stamps; `undefined` when a stamp cannot be trusted. Take
 * `nowMs` before the call.
 */
export function stampPictures(
  pictures: readonly CollectionPictures[],
  nowMs: number,
): string | undefined {
  const hash = createHash('sha256')
  for (const folder of pictures) {
    hash.update(`${folder.isVault} ${[...folder.sites].join('|')}\n`)
    for (const file of folder.files) {
      const path = toPicturePath(folder, file)
      const stamp = readStamp(path, nowMs)
      if (Number.isNaN(stamp[0])) return undefined
      hash.update(`${toReadableName(path)} ${stamp.join(' ')}\n`)
    }
  }
  return hash.digest('base64url').slice(0, 22)
}
