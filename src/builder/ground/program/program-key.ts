import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { compareText } from '../text/compare.ts'
import { hashPackageFiles, isPublished, toPackageRoot, toProgramFolder } from './package-files.ts'

const sourceFolders = [
  'src/core',
  'src/contract',
  'src/search',
  'src/article',
  'src/shape',
  'src/builder',
]

/** Memoized: a running process keeps its code even if its files change. */
const running: { key?: Promise<string> } = {}

/** Cache key of the program: its code, the versions of Node's data tables, and the byte order of the machine. */
export async function readProgramKey(): Promise<string> {
  running.key ??= hashProgram()
  try {
    return await running.key
  } catch (error) {
    delete running.key
    throw error
  }
}

async function hashProgram(): Promise<string> {
  const program = isPublished
    ? hashBundle()
    : await hashPackageFiles(sourceFolders, ['package-lock.json'])
  const { node, icu, tz, unicode } = process.versions
  // Columns are cached in native byte order.
  return JSON.stringify([program, node, icu, tz, unicode, endianness()])
}

// Synchronous on purpose: there is nothing else to do meanwhile, and for small files going through the thread pool
// costs more than the read.
function hashBundle(): string {
  const folder = toProgramFolder()
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .toSorted(compareText)
  const hash = createHash('sha256').update(readFileSync(join(toPackageRoot(), 'package.json')))
  for (const name of names) hash.update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
