import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { BuildError } from './build-error.ts'
import { compareText } from './order/compare.ts'
import { isCode } from './write/disk.ts'

/** The built reader, as it is copied into every site. */
export interface ReaderApp {
  /** The page, with marks that the builder fills. */
  template: string
  /** All other files by their path below the site's root. */
  files: ReadonlyMap<string, Uint8Array>
}

/**
 * Gives the built reader: the one that lies beside the published program, or in a clone the one built from its sources, which
 * is made when it is missing and kept until a source changes.
 * @throws BuildError when there is none and none can be built.
 */
export async function openReaderApp(): Promise<ReaderApp> {
  const root = toPackageRoot()
  return readReaderApp(isPublished ? join(root, 'dist', 'reader') : await buildFromSources(root))
}

const here = fileURLToPath(import.meta.url)
const isPublished = !here.endsWith('.ts')

/** Folder of the package: `examples/` lies in it. */
export function toPackageRoot(): string {
  // dist/cli/cli.js when published, src/builder/reader-app.ts in a clone: the same depth.
  return join(dirname(here), '..', '..')
}

/** Version of this program, from its package. */
export async function readProgramVersion(): Promise<string> {
  const file: unknown = JSON.parse(await readFile(join(toPackageRoot(), 'package.json'), 'utf8'))
  return v.parse(v.object({ version: v.string() }), file).version
}

async function readReaderApp(folder: string): Promise<ReaderApp> {
  const paths = await listFiles(folder)
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))))
  const files = new Map(paths.map((path, at) => [path, contents[at] ?? Buffer.alloc(0)]))
  const template = files.get('index.html')?.toString()
  if (template === undefined) {
    throw new BuildError(
      `The built reader is missing from "${folder}".`,
      'Install the program again.',
    )
  }
  files.delete('index.html')
  return { template, files }
}

async function buildFromSources(root: string): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'broadsheet')
  const folder = join(cache, `reader-${await hashSources(root)}`)
  if (await exists(join(folder, 'index.html'))) return folder
  await mkdir(cache, { recursive: true })
  const temporary = `${folder}.${process.pid}`
  try {
    // A process of its own: Vite bundles for production only where NODE_ENV says so, and its memory is not ours.
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--outDir',
        temporary,
        '--logLevel',
        'error',
      ],
      { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
    )
    await rename(temporary, folder)
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true })
    // Another process was quicker with the same sources.
    if (isCode(cause, ['ENOTEMPTY', 'EEXIST'])) return folder
    throw new BuildError(
      `The reader cannot be built: ${toReason(cause)}.`,
      'Run `npx vite build` to see more.',
      { cause },
    )
  }
  return folder
}

const sourceFolders = ['public', 'src/core', 'src/contract', 'src/article', 'src/reader']
const sourceFiles = ['index.html', 'vite.config.ts', 'package-lock.json']

async function hashSources(root: string): Promise<string> {
  const lists = await Promise.all(
    sourceFolders.map(async (folder) =>
      (await listFiles(join(root, folder))).map((path) => `${folder}/${path}`),
    ),
  )
  const hash = createHash('sha256')
  for (const path of [...sourceFiles, ...lists.flat()]) {
    if (/\.test\.tsx?$/.test(path)) continue
    hash.update(`${path}\n`).update(await readFile(join(root, path)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Paths of all files below a folder, with `/`, sorted; none when the folder is missing. */
async function listFiles(folder: string): Promise<string[]> {
  if (!(await exists(folder))) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted(compareText)
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

function toReason(cause: unknown): string {
  const text = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)
  return text.trim().split('\n')[0] ?? ''
}
