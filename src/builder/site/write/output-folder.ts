import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { toRealPath } from '#builder/ground/disk/real-path.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import { markerPath, parseGenerations, type GenerationRecord } from './generations.ts'

/**
 * Makes sure a site may be written to a folder: it is missing (then it is created), empty, or contains a site of ours.
 * @throws BuildError when it contains anything else, or overlaps with a folder of posts. Nothing is touched then.
 */
export async function openOutputFolder(out: string, inputs: string[]): Promise<void> {
  await refuseOverlap(out, inputs)
  const names = (await listFolder(out))?.filter((name) => name !== lockName)
  if (names === undefined || names.length === 0) {
    await makeFolder(out)
  } else if (!names.includes(markerPath) || (await readMarker(out)) === undefined) {
    throw new BuildError(
      `"${out}" contains files that are not a Broadsheet site, so nothing was written.`,
      'Give an empty or new folder with --out, or empty this one yourself.',
    )
  }
}

/**
 * Creates the cache folder. It must lie outside the site, which is published as it is, and outside the posts.
 * @throws BuildError when it cannot be created or lies inside one of `others`.
 */
export async function openCacheFolder(cache: string, others: string[]): Promise<void> {
  const path = await toRealPath(resolve(cache))
  for (const other of others) {
    if (isInside(path, await toRealPath(resolve(other)))) {
      throw new BuildError(
        `The cache folder "${cache}" is inside "${other}".`,
        'Give a folder elsewhere with --cache.',
      )
    }
  }
  await makeFolder(cache)
}

/** The record of the builds in an output folder. */
export async function readGenerations(out: string): Promise<GenerationRecord> {
  return (await readMarker(out)) ?? { generations: [] }
}

async function readMarker(out: string): Promise<GenerationRecord | undefined> {
  try {
    return parseGenerations(await readFile(join(out, markerPath), 'utf8'))
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return undefined
    throw error
  }
}

async function listFolder(out: string): Promise<string[] | undefined> {
  try {
    if (!(await stat(out)).isDirectory()) {
      throw new BuildError(`"${out}" is a file, not a folder.`, 'Give a folder with --out.')
    }
    return await readdir(out)
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return undefined
    if (error instanceof BuildError) throw error
    throw toUnwritable(out, error)
  }
}

async function makeFolder(out: string): Promise<void> {
  try {
    await makeFolders(resolve(out))
  } catch (error) {
    throw toUnwritable(out, error)
  }
}

// One by one: Node's recursive `mkdir` never ends on file systems that refuse new folders with ENOENT.
async function makeFolders(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await makeFolders(parent)
  try {
    await mkdir(folder)
  } catch (error) {
    if (!isCode(error, ['EEXIST'])) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return false
    throw error
  }
}

/** The first of `folders` that contains a path, symbolic links resolved; `undefined` when none does. */
export async function findFolderAround(
  path: string,
  folders: string[],
): Promise<string | undefined> {
  const real = await toRealPath(resolve(path))
  for (const folder of folders) {
    if (isInside(real, await toRealPath(resolve(folder)))) return folder
  }
  return undefined
}

async function refuseOverlap(out: string, inputs: string[]): Promise<void> {
  const site = await toRealPath(resolve(out))
  for (const input of inputs) {
    const posts = await toRealPath(resolve(input))
    if (isInside(site, posts)) {
      throw new BuildError(
        `The output folder "${out}" is inside the folder of posts "${input}".`,
        'Give a folder elsewhere with --out: a site among the posts would be read as posts.',
      )
    }
    if (isInside(posts, site)) {
      throw new BuildError(
        `The folder of posts "${input}" is inside the output folder "${out}".`,
        'Give a folder elsewhere with --out: posts are never mixed with built files.',
      )
    }
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The error for a folder that the system refuses to write to. */
export function toUnwritable(out: string, cause: unknown): BuildError {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new BuildError(
    `Cannot write to "${out}"${code}.`,
    'Check that the folder is writable and that the disk has space.',
    { cause },
  )
}
