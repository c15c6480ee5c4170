import { gzipSync } from 'fflate'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { TooLargeError } from '../too-large-error.ts'

const nameBytes = new TextEncoder()
// Files of one content must have the same bytes, so every entry has the earliest day that the format knows: 1 January 1980.
const day = (1 << 5) | 1
// The highest numbers say that the 64-bit form holds the true ones.
const mostEntries = 0xffff - 1
const mostBytes = 0xffff_ffff - 1

/**
 * Writes a ZIP archive (APPNOTE.TXT of PKWARE, without its 64-bit form) piece by piece. Sizes stand before the data, not behind it as
 * fflate's own stream has them: not every reading system takes a stored entry without.
 */
export class ZipFile {
  readonly #entries: Uint8Array[] = []
  #bytes = 0

  /**
   * The pieces of an entry.
   * @param name - ASCII.
   * @throws TooLargeError when the archive would be larger than the format allows.
   */
  add(name: string, content: Uint8Array, isStored: boolean): Uint8Array[] {
    // A gzip file is the packed data between a head of ten bytes and a tail of eight, which begins with the checksum.
    const packed = gzipSync(content, { level: isStored ? 0 : 6, mtime: 0 })
    const data = isStored ? content : packed.subarray(10, -8)
    const written = nameBytes.encode(name)
    const facts = new DataView(new ArrayBuffer(26))
    facts.setUint16(0, isStored ? 10 : 20, true)
    facts.setUint16(4, isStored ? 0 : 8, true)
    facts.setUint16(8, day, true)
    new Uint8Array(facts.buffer).set(packed.subarray(-8, -4), 10)
    facts.setUint32(14, data.length, true)
    facts.setUint32(18, content.length, true)
    facts.setUint16(22, written.length, true)
    const head = joinBytes([signature(0x04034b50), new Uint8Array(facts.buffer), written])
    const made = new Uint8Array([20, 0])
    const place = new DataView(new ArrayBuffer(14))
    place.setUint32(10, this.#bytes, true)
    this.#entries.push(
      joinBytes([
        signature(0x02014b50),
        made,
        new Uint8Array(facts.buffer),
        new Uint8Array(place.buffer),
        written,
      ]),
    )
    this.#count(head.length + data.length)
    return [head, data]
  }

  /** The directory at the end of the archive. Throws as `add` does. */
  end(): Uint8Array {
    const start = this.#bytes
    const directory = joinBytes(this.#entries)
    const tail = new DataView(new ArrayBuffer(18))
    tail.setUint16(4, this.#entries.length, true)
    tail.setUint16(6, this.#entries.length, true)
    tail.setUint32(8, directory.length, true)
    tail.setUint32(12, start, true)
    this.#count(directory.length)
    return joinBytes([directory, signature(0x06054b50), new Uint8Array(tail.buffer)])
  }

  #count(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > mostBytes || this.#entries.length > mostEntries) {
      throw new TooLargeError('ZIP allows four gigabytes and 65,534 entries')
    }
  }
}

function signature(sign: number): Uint8Array {
  return new Uint8Array([sign, sign >>> 8, sign >>> 16, sign >>> 24])
}
