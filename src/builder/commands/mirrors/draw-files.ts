import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { listCurrentFiles, markerPath } from '#builder/site/write/generations.ts'

/**
 * Draws data files of the newest build in a folder, at most so many: of each kind one as long as there is room, because
 * kinds differ in size and media type, then any. `random` gives numbers from 0 to below 1.
 * @throws BuildError when the folder does not say what the build wrote.
 */
export async function drawFiles(
  folder: string,
  most: number,
  random: () => number,
): Promise<string[]> {
  const marker = await readFile(join(folder, markerPath), 'utf8').catch(() => '')
  const files = listCurrentFiles(marker)?.filter((path) => path.startsWith('data/'))
  if (files === undefined) {
    throw new BuildError(
      `"${folder}" does not say which files its build wrote.`,
      'Give the folder that `broadsheet build` wrote with --out.',
    )
  }
  const first: string[] = []
  const others: string[] = []
  const kinds = new Set<string>()
  for (const path of shuffle(files, random)) {
    const kind = path.split('/', 2)[1] ?? ''
    if (kinds.has(kind)) others.push(path)
    else first.push(path)
    kinds.add(kind)
  }
  return [...first, ...others].slice(0, most)
}

function shuffle(paths: readonly string[], random: () => number): string[] {
  const drawn = [...paths]
  for (let left = drawn.length; left > 1; left--) {
    const at = Math.floor(random() * left)
    const last = drawn[left - 1] ?? ''
    drawn[left - 1] = drawn[at] ?? ''
    drawn[at] = last
  }
  return drawn
}
