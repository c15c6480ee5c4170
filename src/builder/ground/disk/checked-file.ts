import { open, readFile, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { isCode } from './disk.ts'
import { writeAll } from './write-all.ts'

/** Writes values as lines of JSON, each with its checksum. The file is replaced atomically. */
export async function writeCheckedLines(path: string, values: Iterable<unknown>): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w')
  try {
    let at = 0
    for (const value of values) at = await writeAll(file, toCheckedLine(value), at)
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

function toCheckedLine(value: unknown): Uint8Array {
  const json = JSON.stringify(value)
  return Buffer.from(`${crc32(json).toString(16).padStart(8, '0')} ${json}\n`)
}

/**
 * Returns the JSON of each line; a truncated last line is ignored. `undefined` when the file is missing or any line
 * is damaged.
 */
export async function readCheckedLines(path: string): Promise<Buffer[] | undefined> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (isCode(error, ['ENOENT'])) return undefined
    throw error
  })
  if (bytes === undefined) return undefined
  const lines: Buffer[] = []
  for (let start = 0; ;) {
    const end = bytes.indexOf(10, start)
    if (end < 0) return lines
    const json = bytes.subarray(start + 9, end)
    if (crc32(json) !== Number.parseInt(bytes.toString('latin1', start, start + 8), 16)) {
      return undefined
    }
    lines.push(json)
    start = end + 1
  }
}
