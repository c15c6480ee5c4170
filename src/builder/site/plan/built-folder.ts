import { execFile } from 'node:child_process'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { threadId } from 'node:worker_threads'
import { BuildError } from '#builder/ground/build-error.ts'
import {
  exists,
  hashPackageFiles,
  isPublished,
  toPackageRoot,
} from '#builder/ground/program/package-files.ts'
import { isCode } from '#builder/ground/disk/disk.ts'

/** A form in which the reader is built. */
export interface ReaderForm {
  /** Folder of it in `dist`. */
  name: string
  /** Settings of Vite that build it. */
  config: string
  /** A file without which it is not whole. */
  whole: string
}

/**
 * Folder of a built form of the reader: the one shipped with the published program, or, in a clone, one built from the sources on
 * demand and cached until a source changes.
 * @throws BuildError when there is none and none can be built.
 */
export async function openBuiltFolder(form: ReaderForm): Promise<string> {
  const root = toPackageRoot()
  return isPublished ? join(root, 'dist', form.name) : buildFromSources(root, form)
}

async function buildFromSources(
  root: string,
  { name, config, whole }: ReaderForm,
): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'broadsheet')
  const folder = join(cache, `${name}-${await hashPackageFiles(sourceFolders, sourceFiles)}`)
  if (await exists(join(folder, whole))) return folder
  await mkdir(cache, { recursive: true })
  const temporary = `${folder}.${process.pid}.${threadId}`
  try {
    // In a child process: Vite bundles for production only when NODE_ENV says so, and its memory is freed at exit.
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--config',
        config,
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
      `Run \`npx vite build --config ${config}\` to see more.`,
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
  'src/shape',
  'src/reader',
]
const sourceFiles = [
  'index.html',
  'vite.config.ts',
  'vite.early-scripts.ts',
  'vite.unused-parts.ts',
  'vite.unused-react-parts.ts',
  'vite.one-file.config.ts',
  'package-lock.json',
]

function toReason(cause: unknown): string {
  const text = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause)
  return text.trim().split('\n')[0] ?? ''
}
