/** Printable ASCII without what HTML, JSON or a quotation could trip over. */
const alphabet =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-./:=?@[]^_{|}~'

/** Bytes of a group, and characters that stand for it. */
export const base85Group = { bytes: 4, characters: 5 } as const

/**
 * Encodes bytes in base 85, as the bytes of the text: four bytes, the highest first, are five characters; n bytes at the
 * end n + 1. A sixteenth shorter than base64, and as plain a text.
 */
export function toBase85Bytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const left = bytes.length % 4
  const text = new Uint8Array(Math.floor(bytes.length / 4) * 5 + (left === 0 ? 0 : left + 1))
  for (let from = 0, to = 0; from < bytes.length; from += 4, to += 5) {
    let group = 0
    for (let at = from; at < from + 4; at++) group = group * 256 + (bytes[at] ?? 0)
    for (let at = to + 4; at >= to; at--) {
      // What lies behind the end of the text is not written.
      text[at] = alphabet.charCodeAt(group % 85)
      group = Math.floor(group / 85)
    }
  }
  return text
}

/** Decodes what `toBase85Bytes` makes. @throws RangeError where a character does not belong. */
export function decodeBase85(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128).fill(85)
  for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at
  const left = text.length % 5
  if (left === 1) throw new RangeError('cut off')
  const bytes = new Uint8Array(Math.floor(text.length / 5) * 4 + Math.max(0, left - 1))
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let group = 0
    for (let at = from; at < from + 5; at++) {
      // A group that ends early stands for the largest one that begins so.
      const value = at < text.length ? (values[text.charCodeAt(at)] ?? 85) : 84
      if (value === 85) throw new RangeError('not a character of base 85')
      group = group * 85 + value
    }
    if (group > 0xffffffff) throw new RangeError('more than four bytes')
    for (let at = to + 3; at >= to; at--) {
      bytes[at] = group & 255
      group = Math.floor(group / 256)
    }
  }
  return bytes
}
