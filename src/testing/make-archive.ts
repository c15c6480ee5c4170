import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Writes files (by path, with `/`) to a new temp folder, which is removed when the test ends; returns its path. */
export async function makeFolder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
  return folder
}

/** All files below a folder as text, by path with `/`. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const texts = await Promise.all(paths.map((path) => readFile(path, 'latin1')))
  return new Map(
    paths.map((path, at) => [relative(folder, path).split(sep).join('/'), texts[at] ?? '']),
  )
}

/** Folder of real posts beside the repository; `undefined` when it is absent. */
export function findCorpus(): string | undefined {
  const folder = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
  return existsSync(folder) ? folder : undefined
}
