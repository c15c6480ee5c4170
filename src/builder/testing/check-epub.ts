// For tests: EPUB files, opened and judged.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'

/** EPUBCheck of the W3C as Debian installs it (`apt-get install epubcheck`). */
const checker = '/usr/share/java/epubcheck.jar'

export const hasEpubCheck = existsSync(checker)

// A book is judged in seconds: optimizing the checker for longer, and collecting garbage on every core, takes as long again.
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

/**
 * What EPUBCheck says against a file, a line a fault; empty when it finds none.
 * @throws Error when it did not come to an end.
 */
export async function findEpubFaults(path: string): Promise<string[]> {
  const run = promisify(execFile)('java', [...quickStart, '-jar', checker, path], {
    maxBuffer: 1 << 26,
  })
  const { stdout, stderr } = await run.catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error) {
      return { stdout: String(error.stdout), stderr: String(error.stderr) }
    }
    throw error
  })
  if (!stdout.includes('EPUBCheck completed')) throw new Error(stdout + stderr)
  const said = `${stdout}\n${stderr}`.split('\n')
  return said.filter((line) => /^(?:FATAL|ERROR|WARNING)/.test(line))
}

/** The files in a book, by path; those of pictures as their length alone. */
export async function openEpub(path: string): Promise<Map<string, string>> {
  const files = Object.entries(unzipSync(await readFile(path)))
  return new Map(
    files.map(([name, bytes]) => [
      name,
      name.includes('/images/') ? `${bytes.length} bytes` : strFromU8(bytes),
    ]),
  )
}
