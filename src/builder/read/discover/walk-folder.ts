import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { isSettingsName } from '../config/settings-files.ts'
import { listFolder, toDiskPath, type NamedEntry } from '#builder/ground/disk/disk-name.ts'
import { toErrorCode } from '#builder/ground/disk/error-code.ts'

/** A path below a folder, as the file system spells it; see `decodeName`. */
export interface WalkedPath {
  /** Path of its folder relative to the root, with `/`; empty for the root itself. */
  folder: string
  name: string
  /** Why it was skipped; absent for regular files. */
  skipped?: string
}

/** Joins folder and name to a path relative to the root. */
export function toWalkedPath({ folder, name }: WalkedPath): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** Why a symbolic link was skipped. */
export const linkReason = 'it is a symbolic link, which is not followed'

/** Maximum depth of folders that are entered. */
export const maxFolderDepth = 32

/** Folder directly below that of a collection, with its pictures: no posts, and very many files. */
export const pictureFolderName = '_images'

const notEntered = new Set(['node_modules', 'vendor'])

/** Folders directly below that of a site that hold no posts, where its settings lie beside them. */
const folderOfSite: Readonly<Record<string, string>> = {
  public: 'it contains the site that was made of the posts',
  _site: 'it contains the site that was made of the posts',
  archetypes: 'it contains patterns of posts',
  scaffolds: 'it contains patterns of posts',
  themes: 'it contains the looks of the site',
}

/**
 * Lists all regular files below a folder, and everything that was skipped (links, special files, hidden files, unreadable
 * folders), sorted by path in code units. Does not follow links, so it always terminates.
 * @param without names directly below the folder that are ignored as if they did not exist.
 */
export function walkFolder(root: string, without: ReadonlySet<string> = new Set()): WalkedPath[] {
  const found: WalkedPath[] = []
  addFolder({ root, folder: '', depth: 1, without }, found)
  return found
}

interface FolderWalk {
  root: string
  folder: string
  depth: number
  /** Names in this folder to ignore. */
  without?: ReadonlySet<string>
}

function addFolder({ root, folder, depth, without }: FolderWalk, found: WalkedPath[]): void {
  const entries = readFolder(join(root, folder))
  const isSite =
    depth === 1 && entries.some(({ name, kind }) => kind === 'file' && isSettingsName(name))
  for (const { name, kind } of entries) {
    if (without?.has(name) === true) continue
    const path: WalkedPath = { folder, name }
    const ofSite = isSite && kind === 'folder' ? toReason(name) : undefined
    const skipped = explainSkip(name, kind, depth) ?? ofSite
    if (skipped !== undefined) found.push({ ...path, skipped })
    else if (kind === 'folder') {
      addFolder({ root, folder: toWalkedPath(path), depth: depth + 1 }, found)
    } else found.push(path)
  }
}

function toReason(name: string): string | undefined {
  return Object.hasOwn(folderOfSite, name) ? folderOfSite[name] : undefined
}

type EntryKind = 'file' | 'folder' | 'link' | 'special' | { error: string }

interface FolderEntry {
  name: string
  kind: EntryKind
  /** Sort key: a folder's name ends with `/`, so that entries sort like full paths. */
  key: string
}

// Synchronous on purpose: nothing else could run meanwhile, and folders of ten thousand posts are listed twice as fast.
function readFolder(path: string): FolderEntry[] {
  try {
    return listFolder(path)
      .map(({ name, entry }) => {
        const kind = toKind({ name, entry }, path)
        return { name, kind, key: kind === 'folder' ? `${name}/` : name }
      })
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  } catch (error) {
    return [{ name: '', kind: { error: toErrorCode(error) }, key: '' }]
  }
}

function toKind({ name, entry }: NamedEntry, folder: string): EntryKind {
  const known = readKind(entry)
  if (known) return known
  // Some file systems do not report the type of an entry in a listing.
  try {
    return readKind(lstatSync(toDiskPath(join(folder, name)))) ?? 'special'
  } catch (error) {
    return { error: toErrorCode(error) }
  }
}

function readKind(status: NamedEntry['entry'] | Stats): EntryKind | undefined {
  if (status.isFile()) return 'file'
  if (status.isDirectory()) return 'folder'
  if (status.isSymbolicLink()) return 'link'
  const isSpecial =
    status.isFIFO() || status.isSocket() || status.isBlockDevice() || status.isCharacterDevice()
  return isSpecial ? 'special' : undefined
}

function explainSkip(name: string, kind: EntryKind, depth: number): string | undefined {
  if (typeof kind === 'object') return `it cannot be read (${kind.error})`
  if (kind === 'link') return linkReason
  if (kind === 'special') return 'it is neither a file nor a folder'
  if (name.startsWith('.')) return 'its name begins with a dot'
  if (kind === 'file') return undefined
  if (depth >= maxFolderDepth) return `it is more than ${maxFolderDepth} folders deep`
  if (depth === 1 && name === pictureFolderName) return 'it contains the pictures of the posts'
  return notEntered.has(name) ? 'it contains packages of a program' : undefined
}
