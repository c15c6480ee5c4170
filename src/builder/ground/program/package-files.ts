import { createHash } from 'node:crypto'
import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { compareText } from '../text/compare.ts'

const here = fileURLToPath(import.meta.url)

/** Whether this is the bundled program rather than the sources of a clone. */
export const isPublished = !here.endsWith('.ts')

/** Root folder of the package, the one that contains `examples/`. */
export function toPackageRoot(): string {
  // dist/cli/<file>.js when published, src/builder/ground/program/package-files.ts in a clone.
  const depth = isPublished ? ['..', '..'] : ['..', '..', '..', '..']
  return join(dirname(here), ...depth)
}

/** Version of this program, from `package.json`. */
export async function readProgramVersion(): Promise<string> {
  const file: unknown = JSON.parse(await readFile(join(toPackageRoot(), 'package.json'), 'utf8'))
  return v.parse(v.object({ version: v.string() }), file).version
}

/** Folder of the program's code: the bundle, or `src/builder` in a clone. */
export function toProgramFolder(): string {
  return isPublished ? dirname(here) : join(toPackageRoot(), 'src/builder')
}

/** Paths of all files below a folder, with `/`, sorted; none when the folder is missing. */
export async function listFiles(folder: string): Promise<string[]> {
  if (!(await exists(folder))) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted(compareText)
}

/** Hash of single files of the package and of all files below some folders, except tests. */
export async function hashPackageFiles(folders: string[], files: string[]): Promise<string> {
  const root = toPackageRoot()
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await listFiles(join(root, folder))).map((path) => `${folder}/${path}`),
    ),
  )
  const hash = createHash('sha256')
  for (const path of [...files, ...lists.flat()]) {
    if (/\.test\.tsx?$/.test(path)) continue
    hash.update(`${path}\n`).update(await readFile(join(root, path)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Whether there is a file or folder at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
