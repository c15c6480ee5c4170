import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listFiles } from '../program/package-files.ts'

/** The only way a build touches a site's folder; tests put a disk that fails in its place. Paths are relative to the folder. */
export interface Disk {
  /** Writes a file so that readers see the old bytes or the new ones, never a part. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Bytes of a file; `undefined` when there is none. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Size of a file in bytes; `undefined` when there is none. */
  size(path: string): Promise<number | undefined>
  /** Removes a file, and the folders it leaves empty; a missing file is fine. */
  remove(path: string): Promise<void>
  /** Paths of all files in the folders that hold nothing but files of ours. */
  list(): Promise<string[]>
  /** Removes what killed builds left of files half written. */
  removeLeftovers(): Promise<void>
}

/** Folder for files half written, inside the site so that renaming stays on one file system. */
const temporaryFolder = '.broadsheet-tmp'

const ownFolders = ['assets', 'browse', 'data', 'feeds', 'posts']

/** The real disk below `root`, which must exist. */
export function openDisk(root: string): Disk {
  // Two processes at work on one folder must not write into each other's files.
  const prefix = `${process.pid}-${randomBytes(4).toString('hex')}`
  const folders = new Map<string, Promise<unknown>>()
  const makeFolder = (folder: string): Promise<unknown> => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const made = mkdir(folder, { recursive: true })
    folders.set(folder, made)
    return made
  }
  let written = 0
  return {
    async write(path, bytes) {
      const target = join(root, path)
      const temporary = join(root, temporaryFolder, `${prefix}-${written++}`)
      await Promise.all([makeFolder(dirname(target)), makeFolder(dirname(temporary))])
      await writeFile(temporary, bytes)
      await rename(temporary, target)
    },
    read: (path) => unlessMissing(readFile(join(root, path))),
    // Synchronous on purpose: asked for every file of a site, it is mostly the way through the thread pool that costs.
    size: async (path) => statSync(join(root, path), { throwIfNoEntry: false })?.size,
    async remove(path) {
      // Not `rm`, which looks at every file before and after.
      await unlessMissing(unlink(join(root, path)))
      await removeEmptyFolders(root, dirname(path))
    },
    list: async () => {
      const lists = await Promise.all(
        ownFolders.map(async (folder) =>
          (await listFiles(join(root, folder))).map((path) => `${folder}/${path}`),
        ),
      )
      return lists.flat()
    },
    removeLeftovers: () => rm(join(root, temporaryFolder), { recursive: true, force: true }),
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR'])) return undefined
    throw error
  }
}

async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  if (folder === '.' || folder === '/') return
  try {
    await rmdir(join(root, folder))
  } catch (error) {
    if (isCode(error, ['ENOTEMPTY', 'EEXIST', 'ENOENT'])) return
    throw error
  }
  await removeEmptyFolders(root, dirname(folder))
}

/** Whether an error of the operating system has one of these codes. */
export function isCode(error: unknown, codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
