import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * Repeats a folder of posts with hard links (copies where the file system knows no links between the two places).
 * Gives the number of posts. `keep` leaves files out; all others are linked, `_config.yml` included.
 */
export function linkFolder(
  from: string,
  to: string,
  keep: (file: string) => boolean = () => true,
): number {
  const made = new Set<string>()
  let posts = 0
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !keep(file)) continue
    const folder = join(to, relative(from, entry.parentPath))
    if (!made.has(folder)) {
      made.add(folder)
      mkdirSync(folder, { recursive: true })
    }
    linkOrCopy(file, join(folder, entry.name))
    if (entry.name.endsWith('.md')) posts++
  }
  return posts
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
