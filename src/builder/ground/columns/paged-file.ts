import { readSync, writeSync } from 'node:fs'
import { CacheDamage } from '../disk/cache-damage.ts'
import type { OpenFile } from './open-file.ts'

const pageBytes = 1 << 12
// Many collections are as many places that are read side by side.
const pagesHeld = 128
const pieceBytes = 1 << 20

/** Bytes that lie in an open file, side by side; the pages of it that were looked at last are held in memory. */
export class PagedFile {
  readonly #file: OpenFile
  readonly #start: number
  #length: number
  readonly #numbers = new Int32Array(pagesHeld).fill(-1)
  readonly #pages: Buffer[] = []

  /** Takes what lies in the file from `start` on; nothing yet when no length is given. */
  constructor(file: OpenFile, start = 0, length = 0) {
    this.#file = file
    this.#start = start
    this.#length = length
  }

  get length(): number {
    return this.#length
  }

  /** Puts bytes behind the last. */
  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const at = this.#start + this.#length + done
      done += writeSync(this.#file.descriptor, bytes, done, bytes.length - done, at)
    }
    // The last page is not whole any more.
    this.#numbers[toSlot(toPage(this.#length))] = -1
    this.#length += bytes.length
  }

  /**
   * Bytes from one place up to another; they stay what they are until the next call.
   * @throws CacheDamage when the file has been cut off.
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
   * The same bytes in pieces; each stays what it is until the next is asked for.
   * @throws CacheDamage when the file has been cut off.
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
      // Synchronous on purpose: the way through the thread pool costs ten times the reading.
      const at = this.#start + start + done
      const read = readSync(this.#file.descriptor, bytes, done, length - done, at)
      if (read === 0) throw new CacheDamage('a file of the cache was cut off')
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
