import type { FileHandle } from 'node:fs/promises'

/** Writes all of some bytes, as a disk that is nearly full does not at once; gives the place behind them. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<number> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
  return at + bytes.length
}
