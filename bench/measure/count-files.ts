import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files below a folder and their bytes. */
export function countFiles(folder: string): { files: number; bytes: number } {
  let files = 0
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    files++
    bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return { files, bytes }
}
