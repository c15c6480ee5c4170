import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'

/**
 * Reads the base path of a built site from its `index.html`, with a leading and a trailing `/`.
 * @throws BuildError when the folder holds no built site.
 */
export async function readSiteBase(folder: string): Promise<string> {
  const html = await readIndex(folder)
  const base = /<meta name="broadsheet-base" content="(\/(?:[\w.~-]+\/)*)"/.exec(html)?.[1]
  if (base !== undefined) return base
  throw new BuildError(
    `"${folder}" holds no site built by Broadsheet.`,
    'Build one first with `broadsheet build`.',
  )
}

async function readIndex(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8')
  } catch (cause) {
    if (!isCode(cause, ['ENOENT', 'ENOTDIR'])) throw cause
    throw new BuildError(
      `"${folder}" holds no built site.`,
      'Give the folder of a built site, or build one first with `broadsheet build`.',
      { cause },
    )
  }
}
