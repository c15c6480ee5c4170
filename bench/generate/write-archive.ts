import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeArchiveFiles } from './archive-files.ts'
import type { ArchiveOptions } from './plan/archive-plan.ts'

/** What was written. */
export interface ArchiveAccount {
  /** Post files. */
  posts: number
  bytes: number
  /** Folders of the collections, absolute or as `out` was. */
  folders: string[]
}

/**
 * Writes an archive file by file into a folder that must not hold one yet.
 * @throws Error with code `EEXIST` when a file is there already.
 */
export function writeArchive(
  out: string,
  options: ArchiveOptions,
  onPosts: (posts: number) => void = () => {},
): ArchiveAccount {
  const folders = new Set<string>()
  const account: ArchiveAccount = { posts: 0, bytes: 0, folders: [] }
  for (const { path, text } of makeArchiveFiles(options)) {
    const file = join(out, path)
    const folder = dirname(file)
    if (!folders.has(folder)) {
      folders.add(folder)
      mkdirSync(folder, { recursive: true })
    }
    const bytes = Buffer.from(text)
    writeFileSync(file, bytes, { flag: 'wx' })
    if (path.endsWith('_config.yml')) {
      account.folders.push(folder)
      continue
    }
    account.posts++
    account.bytes += bytes.length
    if (account.posts % 10_000 === 0) onPosts(account.posts)
  }
  return account
}
