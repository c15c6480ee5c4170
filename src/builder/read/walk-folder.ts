import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs'
import { join } from 'node:path'
import { toErrorCode } from './error-code.ts'

/** A path below a folder, with `/`, as the file system spells it. */
export interface WalkedPath {
  path: string
  /** Why it was passed over; absent for regular files. */
  skipped?: string
}

/** How deep folders are entered. */
export const maxFolderDepth = 32

const notEntered = new Set(['node_modules', 'vendor'])

/**
 * All regular files below a folder and all that was passed over (links, special files, hidden ones, what may not be
 * read), sorted by code units. Follows no link, so it always ends.
 */
export function walkFolder(root: string): WalkedPath[] {
  const found: WalkedPath[] = []
  const pending: { path: string; depth: number }[] = [{ path: '', depth: 1 }]
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    for (const entry of readFolder(join(root, folder.path))) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
      const kind = toKind(entry, root, path)
      const skipped = explainSkip(entry.name, kind, folder.depth)
      if (skipped !== undefined) found.push({ path, skipped })
      else if (kind === 'folder') pending.push({ path, depth: folder.depth + 1 })
      else found.push({ path })
    }
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

type EntryKind = 'file' | 'folder' | 'link' | 'special' | { error: string }

interface FolderEntry {
  name: string
  status: Dirent | { error: string }
}

// Synchronous on purpose: nothing else is to be done meanwhile, and folders of ten thousand posts are listed twice as fast.
function readFolder(path: string): FolderEntry[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, status: entry }))
  } catch (error) {
    return [{ name: '', status: { error: toErrorCode(error) } }]
  }
}

function toKind({ status }: FolderEntry, root: string, path: string): EntryKind {
  if ('error' in status) return status
  const known = readKind(status)
  if (known) return known
  // Some file systems do not tell the kind in a listing.
  try {
    return readKind(lstatSync(join(root, path))) ?? 'special'
  } catch (error) {
    return { error: toErrorCode(error) }
  }
}

function readKind(status: Dirent | Stats): EntryKind | undefined {
  if (status.isFile()) return 'file'
  if (status.isDirectory()) return 'folder'
  if (status.isSymbolicLink()) return 'link'
  const isSpecial =
    status.isFIFO() || status.isSocket() || status.isBlockDevice() || status.isCharacterDevice()
  return isSpecial ? 'special' : undefined
}

function explainSkip(name: string, kind: EntryKind, depth: number): string | undefined {
  if (typeof kind === 'object') return `it cannot be read (${kind.error})`
  if (kind === 'link') return 'it is a symbolic link, which is not followed'
  if (kind === 'special') return 'it is neither a file nor a folder'
  if (name.startsWith('.')) return 'its name begins with a dot'
  if (kind === 'file') return undefined
  if (depth >= maxFolderDepth) return `it lies more than ${maxFolderDepth} folders deep`
  return notEntered.has(name) ? 'it holds packages of a program' : undefined
}
