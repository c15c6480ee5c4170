import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { listFolder, type NamedEntry } from '#builder/ground/disk/disk-name.ts'
import { toErrorCode } from '#builder/ground/disk/error-code.ts'
import { toFolderLanguage } from '../text/language-name.ts'
import type { RootKind } from './choose-posts.ts'
import { postFolders } from './post-name.ts'
import type { Edition } from './post-place.ts'

/** A folder that becomes a collection. */
export interface Root {
  path: string
  kind: RootKind
  /** Folder that names the collection and holds its settings; the parent if the root is a `_posts` folder. */
  home: string
  /** Names of direct subfolders that are collections of their own. */
  without: ReadonlySet<string>
  /** Set where its name and those of others beside it are languages. */
  edition?: Edition
}

/**
 * Lists the collections of a given folder: itself, or the repositories right below it and what else it holds.
 * @throws BuildError when it does not exist, is not a folder or cannot be read.
 */
export async function findRoots(folder: string): Promise<Root[]> {
  const path = resolve(folder)
  const entries = await readGivenFolder(folder, path)
  const whole: Root = { path, kind: 'archive', home: path, without: new Set() }
  if (postFolders.has(basename(path))) {
    return [{ ...whole, kind: 'postFolder', home: dirname(path) }]
  }
  if (isRepository(entries.map((entry) => entry.name))) return [whole]
  const repositories: string[] = []
  for (const { name, entry } of entries) {
    // A symbolic link does not count as a folder; the walk reports it.
    if (!entry.isDirectory() || /^[._]/.test(name)) continue
    if (isRepository(listNames(join(path, name)))) repositories.push(name)
  }
  const languages = new Set(repositories.flatMap((name) => toFolderLanguage(name) ?? []))
  const children = repositories.toSorted(compare).map((name): Root => {
    const child = join(path, name)
    const language = languages.size > 1 ? toFolderLanguage(name) : undefined
    const root: Root = { path: child, kind: 'archive', home: child, without: new Set() }
    if (language !== undefined) root.edition = { site: path, language }
    return root
  })
  return [...children, { ...whole, kind: 'several', without: new Set(repositories) }]
}

function isRepository(names: readonly string[]): boolean {
  return [...postFolders, '_config.yml'].some((name) => names.includes(name))
}

async function readGivenFolder(folder: string, path: string): Promise<NamedEntry[]> {
  const hint = 'Give the folder that holds the posts.'
  try {
    const status = await stat(path)
    if (!status.isDirectory()) throw new BuildError(`"${folder}" is a file, not a folder.`, hint)
    return listFolder(path)
  } catch (error) {
    if (error instanceof BuildError) throw error
    const code = toErrorCode(error)
    const message =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `There is no folder "${folder}".`
        : `The folder "${folder}" cannot be read (${code}).`
    throw new BuildError(message, hint, { cause: error })
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Names in a folder; none if it cannot be listed, which the walk then reports. */
function listNames(path: string): string[] {
  try {
    return listFolder(path).map(({ name }) => name)
  } catch {
    return []
  }
}
