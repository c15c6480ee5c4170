import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { readFile, rm, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { listFiles } from '../program/package-files.ts'

/**
 * All reads and writes below one output folder; tests substitute a disk that fails. Paths are relative to the folder.
 */
export interface Disk {
  /** Writes a file by atomic rename: readers see the old bytes or the new ones, never a part. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Puts a file in the place of another by atomic rename. */
  move(from: string, to: string): Promise<void>
  /** Bytes of a file; `undefined` when there is none. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Size of a file in bytes; `undefined` when there is none. */
  size(path: string): Promise<number | undefined>
  /** Removes a file and the folders it leaves empty; a no-op when the file is missing. */
  remove(path: string): Promise<void>
  /** Paths of all files below some top folders; a missing folder counts as empty. */
  list(folders: readonly string[]): Promise<string[]>
  /** Removes the temp files of killed builds. */
  removeLeftovers(): Promise<void>
}

/** Folder of temp files, below the root so that renaming never crosses file systems. */
export const temporaryFolder = '.broadsheet-tmp'

/** After so many files something else has its turn: a thread's results, a server's requests. */
const writesPerTurn = 16

/** The real disk below `root`, which must exist. */
export function openDisk(root: string): Disk {
  // Two processes that write to one folder must not share temp files.
  const prefix = `${process.pid}-${randomBytes(4).toString('hex')}`
  const folders = new Set<string>()
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return
    mkdirSync(folder, { recursive: true })
    folders.add(folder)
  }
  let written = 0
  return {
    // Synchronous on purpose: each of the five steps takes less than going through the thread pool.
    async write(path, bytes) {
      const target = join(root, path)
      const temporary = join(root, temporaryFolder, `${prefix}-${written++}`)
      if (written % writesPerTurn === 0) await setImmediate()
      makeFolder(dirname(target))
      makeFolder(dirname(temporary))
      writeFileSync(temporary, bytes)
      renameSync(temporary, target)
    },
    async move(from, to) {
      const target = join(root, to)
      makeFolder(dirname(target))
      renameSync(join(root, from), target)
    },
    read: (path) => unlessMissing(readFile(join(root, path))),
    // Synchronous on purpose: called for every file, going through the thread pool would cost more than the call
    // itself.
    size: async (path) => statSync(join(root, path), { throwIfNoEntry: false })?.size,
    async remove(path) {
      // Not `rm`, which stats every file before and after.
      await unlessMissing(unlink(join(root, path)))
      await removeEmptyFolders(root, dirname(path))
    },
    list: async (folders) => {
      const lists = await Promise.all(
        folders.map(async (folder) =>
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

/** Whether a system error has one of these codes. */
export function isCode(error: unknown, codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
