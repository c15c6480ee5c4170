import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { listFiles } from '#builder/ground/program/package-files.ts'
import { openBuiltFolder } from './built-folder.ts'

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
  return readReaderApp(await openBuiltFolder(hostForm))
}

const hostForm = { name: 'reader', config: 'vite.config.ts', whole: 'index.html' }

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
