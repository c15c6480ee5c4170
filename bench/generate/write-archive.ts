import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeArchiveFiles } from './archive-files.ts'
import type { ArchiveOptions } from './plan/archive-plan.ts'

/**
 * Writes an archive into a folder that must not hold one yet. Gives the bytes of its posts.
 * @throws Error with code `EEXIST` when a file is there already.
 */
export function writeArchive(out: string, options: ArchiveOptions): number {
  let posts = 0
  let bytes = 0
  for (const { path, text } of makeArchiveFiles(options)) {
    const file = join(out, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
    if (!path.endsWith('.md')) continue
    posts++
    bytes += Buffer.byteLength(text)
    if (posts % 10_000 === 0) console.log(`  ${posts} of ${options.size} posts written`)
  }
  return bytes
}
