import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface FileCount {
  files: number
  bytes: number
}

/** Files below a folder, or those of them that are wanted. */
export function countFiles(folder: string, isWanted = (_name: string) => true): FileCount {
  const count = { files: 0, bytes: 0 }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isWanted(entry.name)) continue
    count.files++
    count.bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return count
}
