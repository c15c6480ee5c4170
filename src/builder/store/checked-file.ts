import { readFile } from 'node:fs/promises'
import { open, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { isCode } from '../write/disk.ts'

/**
 * Writes values as lines of JSON, each with its checksum, and a last line that counts them; whole or not at all.
 */
export async function writeCheckedLines(path: string, values: Iterable<unknown>): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w')
  try {
    let lines = 0
    for (const value of values) {
      await file.write(toCheckedLine(value))
      lines++
    }
    await file.write(toCheckedLine({ lines }))
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

function toCheckedLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`
}

/** Gives the values one by one; `undefined` when there is no such file, or any line is damaged or missing. */
export async function readCheckedLines(path: string): Promise<Buffer[] | undefined> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (isCode(error, ['ENOENT'])) return undefined
    throw error
  })
  if (bytes === undefined) return undefined
  const lines: Buffer[] = []
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start)
    if (end < 0) return undefined
    const json = bytes.subarray(start + 9, end)
    if (crc32(json) !== Number.parseInt(bytes.toString('latin1', start, start + 8), 16)) {
      return undefined
    }
    lines.push(json)
    start = end + 1
  }
  const last = lines.pop()
  return last?.toString() === JSON.stringify({ lines: lines.length }) ? lines : undefined
}
