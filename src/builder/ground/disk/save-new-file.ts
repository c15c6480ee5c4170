import { open, rm } from 'node:fs/promises'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from './disk.ts'

/**
 * Writes a file that must not exist. Nothing is left of it when that fails.
 * @throws BuildError when the file exists or cannot be written, or the disk is full.
 */
export async function saveNewFile(
  pieces: AsyncIterable<string | Uint8Array>,
  path: string,
): Promise<void> {
  const file = await open(path, 'wx').catch((cause: unknown) => {
    throw isCode(cause, ['EEXIST'])
      ? new BuildError(`"${path}" exists.`, 'Give the name of a new file.', { cause })
      : new BuildError(`"${path}" cannot be written.`, 'Give a file in a folder that exists.', {
          cause,
        })
  })
  try {
    for await (const piece of pieces) await file.writeFile(piece)
    await file.close()
  } catch (error) {
    await file.close()
    await rm(path)
    throw isCode(error, ['ENOSPC', 'EDQUOT', 'EFBIG'])
      ? new BuildError(`"${path}" cannot be written whole.`, 'Make room on the disk.', {
          cause: error,
        })
      : error
  }
}
