import type { FileHandle } from 'node:fs/promises'

/** Writes all bytes at an offset, however many calls a nearly full disk needs. Returns the offset behind them. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<number> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
  return at + bytes.length
}
