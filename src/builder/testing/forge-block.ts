// For tests: a block of the search index as somebody between archive and reader would change it.
import { crc32 } from 'node:zlib'
import { frameHeaderBytes } from '#search/bytes/frame.ts'

/** The file of a block with another byte in its payload and the checksum that belongs to it, before the old proof. */
export function forgeBlock(file: Buffer): Buffer {
  const forged = Buffer.from(file)
  const end = frameHeaderBytes + forged.readUInt32LE(12)
  forged[end - 1] = (forged[end - 1] ?? 0) ^ 1
  const head = crc32(forged.subarray(0, frameHeaderBytes - 4))
  forged.writeUInt32LE(crc32(forged.subarray(frameHeaderBytes, end), head), frameHeaderBytes - 4)
  return forged
}
