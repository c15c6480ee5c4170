import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { compareText } from '../text/compare.ts'
import { hashPackageFiles, isPublished, toPackageRoot, toProgramFolder } from './package-files.ts'

const sourceFolders = ['src/core', 'src/contract', 'src/search', 'src/article', 'src/builder']

/** The program that runs stays what it is as long as its process lives, whatever becomes of its files. */
const running: { key?: Promise<string> } = {}

/** Stands for everything that decides what comes of a post: this program to the last byte, the tables Node brings along, the machine. */
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
  // Columns lie in the cache as this machine writes numbers.
  return JSON.stringify([program, node, icu, tz, unicode, endianness()])
}

// Synchronous on purpose: nothing else is to be done meanwhile, and for small files the way through the thread pool costs more
// than reading.
function hashBundle(): string {
  const folder = toProgramFolder()
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .toSorted(compareText)
  const hash = createHash('sha256').update(readFileSync(join(toPackageRoot(), 'package.json')))
  for (const name of names) hash.update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
