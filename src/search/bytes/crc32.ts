const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 (IEEE 802.3, as in gzip and PNG) of bytes, or of what came before (`seed`) followed by them. */
export function toCrc32(bytes: Uint8Array, seed = 0): number {
  let crc = ~seed
  for (let at = 0; at < bytes.length; at++) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}
