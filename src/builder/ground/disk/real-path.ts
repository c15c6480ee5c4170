import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isCode } from './disk.ts'

/** Resolves the symbolic links of an absolute path, even when its last parts do not exist yet. */
export async function toRealPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const parent = dirname(path)
    if (parent === path || !isCode(error, ['ENOENT', 'ENOTDIR'])) return path
    return join(await toRealPath(parent), basename(path))
  }
}
