const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

// Processes four bytes at a time: these tables advance a byte past one, two or three further bytes.
const [oneMore, twoMore, threeMore] = makeFurtherTables()

/** CRC-32 (IEEE 802.3, as in gzip and PNG) of bytes. `seed`: the checksum of the bytes before them. */
export function toCrc32(bytes: Uint8Array, seed = 0): number {
  const wholeWords = bytes.length & ~3
  let crc = ~seed
  let at = 0
  for (; at < wholeWords; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
    crc ^= ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    crc =
      (threeMore[crc & 255] ?? 0) ^
      (twoMore[(crc >>> 8) & 255] ?? 0) ^
      (oneMore[(crc >>> 16) & 255] ?? 0) ^
      (table[crc >>> 24] ?? 0)
  }
  for (; at < bytes.length; at++) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}

function makeFurtherTables(): [Uint32Array, Uint32Array, Uint32Array] {
  const one = table.map((value) => (table[value & 255] ?? 0) ^ (value >>> 8))
  const two = one.map((value) => (table[value & 255] ?? 0) ^ (value >>> 8))
  const three = two.map((value) => (table[value & 255] ?? 0) ^ (value >>> 8))
  return [one, two, three]
}
