import { Gzip } from 'fflate'
import { joinBytes } from '#core/bytes/join-bytes.ts'

/** Bytes that are packed in one go. */
const stepBytes = 1 << 17

/**
 * Packs bytes as gzip: the same bytes in every program and browser, whose own packers differ.
 * @param rest - lets others work between two steps.
 */
export async function packGzip(bytes: Uint8Array, rest: () => Promise<void>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const stream = new Gzip({ level: 9, mtime: 0 }, (part) => {
    parts.push(part)
  })
  for (let at = 0; at < bytes.length; at += stepBytes) {
    stream.push(bytes.slice(at, at + stepBytes), at + stepBytes >= bytes.length)
    await rest()
  }
  return joinBytes(parts)
}
