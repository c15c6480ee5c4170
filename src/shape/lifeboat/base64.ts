const alphabet = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
)
const padding = 61

/** Encodes bytes in base64, as the bytes of the text: what is written in pieces needs no text of megabytes. */
export function toBase64Bytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  let to = 0
  for (let from = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from
    const three =
      ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0)
    text[to++] = alphabet[three >>> 18] ?? 0
    text[to++] = alphabet[(three >>> 12) & 63] ?? 0
    text[to++] = left > 1 ? (alphabet[(three >>> 6) & 63] ?? 0) : padding
    text[to++] = left > 2 ? (alphabet[three & 63] ?? 0) : padding
  }
  return text
}
