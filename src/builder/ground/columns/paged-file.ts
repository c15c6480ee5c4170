import { readSync, writeSync } from 'node:fs'
import { CacheDamage } from '../disk/cache-damage.ts'
import type { OpenFile } from './open-file.ts'

const pageBytes = 1 << 12
// A reader that merges many sorted sequences reads at as many places in turn.
const pagesHeld = 128
const pieceBytes = 1 << 20

/** A range of an open file that can be appended to and read at random, with a page cache in memory. */
export class PagedFile {
  readonly #file: OpenFile
  readonly #start: number
  #length: number
  readonly #numbers = new Int32Array(pagesHeld).fill(-1)
  readonly #pages: Buffer[] = []

  /** The range of `length` bytes from `start` on; empty unless a length is given. */
  constructor(file: OpenFile, start = 0, length = 0) {
    this.#file = file
    this.#start = start
    this.#length = length
  }

  get length(): number {
    return this.#length
  }

  /** Appends bytes. */
  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const at = this.#start + this.#length + done
      done += writeSync(this.#file.descriptor, bytes, done, bytes.length - done, at)
    }
    // The cached copy of the last page is incomplete now.
    this.#numbers[toSlot(toPage(this.#length))] = -1
    this.#length += bytes.length
  }

  /**
   * Bytes from `start` up to `end`. The buffer may be reused: it is valid until the next call.
   * @throws CacheDamage when the file has been truncated.
   */
  at(start: number, end: number): Buffer {
    const number = toPage(start)
    const first = number * pageBytes
    if (end <= first + pageBytes) return this.#page(number).subarray(start - first, end - first)
    const bytes = Buffer.allocUnsafe(end - start)
    this.#fill(bytes, start, bytes.length)
    return bytes
  }

  /**
   * The same bytes in pieces; each is valid until the next one is requested.
   * @throws CacheDamage when the file has been truncated.
   */
  *pieces(start: number, end: number): Generator<Uint8Array> {
    if (end - start <= pageBytes) {
      if (end > start) yield this.at(start, end)
      return
    }
    const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, end - start))
    for (let at = start; at < end; at += piece.length) {
      const length = Math.min(piece.length, end - at)
      this.#fill(piece, at, length)
      yield piece.subarray(0, length)
    }
  }

  #page(number: number): Buffer {
    const slot = toSlot(number)
    const page = (this.#pages[slot] ??= Buffer.allocUnsafeSlow(pageBytes))
    if (this.#numbers[slot] !== number) {
      this.#numbers[slot] = -1
      const start = number * pageBytes
      this.#fill(page, start, Math.min(pageBytes, this.#length - start))
      this.#numbers[slot] = number
    }
    return page
  }

  #fill(bytes: Buffer, start: number, length: number): void {
    for (let done = 0; done < length;) {
      // Synchronous on purpose: going through the thread pool costs ten times as much as the read.
      const at = this.#start + start + done
      const read = readSync(this.#file.descriptor, bytes, done, length - done, at)
      if (read === 0) throw new CacheDamage('a cache file was truncated')
      done += read
    }
  }
}

function toPage(place: number): number {
  return Math.floor(place / pageBytes)
}

function toSlot(page: number): number {
  return page % pagesHeld
}
