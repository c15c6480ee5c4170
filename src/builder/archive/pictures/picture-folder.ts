import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { toDiskPath } from '#builder/ground/disk/disk-name.ts'
import { toCollectionFolder, type Collection } from '#builder/read/discover/discover-posts.ts'
import { pictureFolderName } from '#builder/read/discover/walk-folder.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import { ledgerName, parseLedger, type Ledger } from './ledger.ts'

/** The folder that keeps the pictures of a collection. */
export interface PictureFolder {
  /** Absolute path. */
  path: string
  /** Its name in reports: `society/_images`. */
  name: string
}

/** Suffix of the temp file while a ledger is rewritten. */
export const newLedgerEnd = '.new'

/** Larger ledgers are not read; a million entries take half of this. */
const mostLedgerBytes = 500_000_000

/** The picture folder of a collection; it need not exist. */
export function toPictureFolder(collection: Collection): PictureFolder {
  return {
    path: join(toCollectionFolder(collection), pictureFolderName),
    name: `${collection.name}/${pictureFolderName}`,
  }
}

/** The picture folders of some collections, deduplicated. */
export function toPictureFolders(collections: readonly Collection[]): PictureFolder[] {
  const folders = new Map<string, PictureFolder>()
  for (const folder of collections.map(toPictureFolder)) {
    if (!folders.has(folder.path)) folders.set(folder.path, folder)
  }
  return [...folders.values()]
}

/** What reading the ledger of a folder gave. */
export type OpenedLedger = { ledger: Ledger } | { fault: string } | undefined

/** Reads the ledger of a folder; returns a fault when that is not possible, and `undefined` when there is no folder. */
export async function readLedger({ path }: PictureFolder): Promise<OpenedLedger> {
  const folder = await lstat(toDiskPath(path)).catch(ignoreMissing)
  if (folder === undefined) return undefined
  if (!folder.isDirectory()) return { fault: 'it is not a folder, and links are not followed' }
  const file = await openPlainFile(join(path, ledgerName), mostLedgerBytes)
  if (typeof file === 'string') return { fault: `its ${ledgerName} ${file}` }
  try {
    const ledger = parseLedger(await file.readFile())
    return ledger ? { ledger } : { fault: `its ${ledgerName} is not one of this version` }
  } finally {
    await file.close()
  }
}

/**
 * Makes sure that pictures may be written to a folder: it is created when it is missing, and must else be empty or one
 * of ours.
 * @throws BuildError when it is anything else; then nothing is touched.
 */
export async function openPictureFolder(folder: PictureFolder): Promise<Ledger> {
  const opened = await readLedger(folder)
  if (opened === undefined) await mkdir(toDiskPath(folder.path))
  else if ('ledger' in opened) return opened.ledger
  else if (!(await isEmpty(folder.path))) {
    throw new BuildError(
      `Pictures cannot be stored in "${folder.path}": ${opened.fault}.`,
      'Move it away, or restore the file that belongs there.',
    )
  }
  return { entries: new Map(), badLines: [], isTidy: false }
}

async function isEmpty(path: string): Promise<boolean> {
  if (!(await lstat(path)).isDirectory()) return false
  const ours = new Set([lockName, `${ledgerName}${newLedgerEnd}`])
  return (await readdir(path)).every((name) => ours.has(name))
}

/** Opens a regular file that is not too large, without following links; else returns what is wrong with it. */
export async function openPlainFile(path: string, mostBytes: number): Promise<FileHandle | string> {
  let file: FileHandle
  try {
    // Without O_NONBLOCK, opening a named pipe would block until somebody writes to it.
    file = await open(
      toDiskPath(path),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    )
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return 'is missing'
    if (isCode(error, ['ELOOP'])) return 'is a link, which is not followed'
    return 'cannot be read'
  }
  const status = await file.stat()
  if (status.isFile() && status.size <= mostBytes) return file
  await file.close()
  return status.isFile() ? 'is too large' : 'is not a file'
}

function ignoreMissing(error: unknown): undefined {
  if (!isCode(error, ['ENOENT', 'ENOTDIR'])) throw error
}
