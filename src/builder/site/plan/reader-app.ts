import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BuildError } from '#builder/ground/build-error.ts'
import {
  exists,
  hashPackageFiles,
  isPublished,
  listFiles,
  toPackageRoot,
} from '#builder/ground/program/package-files.ts'
import { isCode } from '#builder/ground/disk/disk.ts'

/** The built reader, which is copied into every site. */
export interface ReaderApp {
  /** `index.html`, with marks that the builder fills. */
  template: string
  /** The early script of the pages that start the reader, which is part of these pages. */
  earlyView: string
  /** All other files by their path below the site's root. */
  files: ReadonlyMap<string, Uint8Array>
}

/**
 * Opens the built reader: the one shipped with the published program, or, in a clone, one built from the sources on
 * demand and cached until a source changes.
 * @throws BuildError when there is none and none can be built.
 */
export async function openReaderApp(): Promise<ReaderApp> {
  const root = toPackageRoot()
  return readReaderApp(isPublished ? join(root, 'dist', 'reader') : await buildFromSources(root))
}

// As `vite.config.ts` names it.
const earlyViewPath = 'early-view.js'

/** Hash of all files of a reader. */
export function hashReaderApp({ template, earlyView, files }: ReaderApp): string {
  const hash = createHash('sha256').update(template).update(earlyView)
  for (const [path, bytes] of files) hash.update(`${path}\n`).update(bytes)
  return hash.digest('hex')
}

/** Reads a built reader. @throws BuildError when it is not whole. */
export async function readReaderApp(folder: string): Promise<ReaderApp> {
  const paths = await listFiles(folder)
  // Synchronous on purpose: for some dozens of small files going through the thread pool costs more than the reads.
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path))]))
  const template = files.get('index.html')?.toString()
  const earlyView = files.get(earlyViewPath)?.toString()
  if (template === undefined || earlyView === undefined) {
    throw new BuildError(
      `The built reader is missing from "${folder}".`,
      'Install the program again.',
    )
  }
  files.delete('index.html')
  files.delete(earlyViewPath)
  return { template, earlyView, files }
}

async function buildFromSources(root: string): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'broadsheet')
  const folder = join(cache, `reader-${await hashPackageFiles(sourceFolders, sourceFiles)}`)
  if (await exists(join(folder, 'index.html'))) return folder
  await mkdir(cache, { recursive: true })
  const temporary = `${folder}.${process.pid}`
  try {
    // In a child process: Vite bundles for production only when NODE_ENV says so, and its memory is freed at exit.
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
    // Another process built the same sources first.
    if (isCode(cause, ['ENOTEMPTY', 'EEXIST'])) return folder
    throw new BuildError(
      `The reader cannot be built: ${toReason(cause)}.`,
      'Run `npx vite build` to see more.',
      { cause },
    )
  }
  return folder
}

const sourceFolders = [
  'public',
  'src/core',
  'src/contract',
  'src/search',
  'src/article',
  'src/reader',
]
const sourceFiles = ['index.html', 'vite.config.ts', 'vite.early-scripts.ts', 'package-lock.json']

function toReason(cause: unknown): string {
  const text = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)
  return text.trim().split('\n')[0] ?? ''
}
