// Runs in worker threads and, for small archives, on the main one.
import type { PostTerm, PostTerms } from './list-terms.ts'
import type { SentenceWords } from './list-words.ts'

/** Longer ones are no words that a person would look for. */
const mostBytes = 96
const headBytes = 9
const wordBytes = 3

/**
 * Packs terms into bytes: how many bytes the words have, and for each stretch of them its sentence, their number and
 * they; how many characters the sample has, these; then for each term the lengths of its folded form and of its written
 * one (0 = the same), its count, its neighbours, its sentences, and both forms as UTF-8.
 */
export function packTerms({ terms, sample, words }: PostTerms): Uint8Array {
  const packed = Buffer.allocUnsafe(countMostBytes(terms, sample, words))
  let at = packWords(packed, words)
  packed[at++] = sample.length
  for (const code of sample) at = packed.writeUInt16LE(code, at)
  for (const term of terms) at = packTerm(packed, at, term)
  // Copied out of the pool of buffers, all of which would go along to another thread.
  return new Uint8Array(packed.subarray(0, at))
}

/** As many bytes as it can take: three for each unit of a text. */
function countMostBytes(
  terms: readonly PostTerm[],
  sample: readonly number[],
  stretches: readonly SentenceWords[],
): number {
  let most = 3 + 1 + sample.length * 2
  for (const { words } of stretches) most += 2 + words.length * wordBytes
  for (const { folded, written } of terms) most += headBytes + (folded.length + written.length) * 3
  return most
}

function packWords(packed: Buffer, stretches: readonly SentenceWords[]): number {
  let at = 3
  for (const { sentence, words } of stretches) {
    packed[at] = sentence
    packed[at + 1] = words.length
    at += 2
    for (const word of words) at = packed.writeUIntLE(word, at, wordBytes)
  }
  packed.writeUIntLE(at - 3, 0, 3)
  return at
}

/** How many of a post's bytes are not of its words. */
export function countTermBytes(bytes: Uint8Array): number {
  return bytes.length === 0 ? 0 : bytes.length - 3 - readThree(bytes, 0)
}

function readPair(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
}

function readThree(bytes: Uint8Array, at: number): number {
  return readPair(bytes, at) | ((bytes[at + 2] ?? 0) << 16)
}

/** Writes a term; returns where the next one begins, which is the same place for one that is too long. */
function packTerm(packed: Buffer, at: number, term: PostTerm): number {
  const folded = packed.write(term.folded, at + headBytes)
  const isSame = term.written === term.folded
  const written = isSame ? 0 : packed.write(term.written, at + headBytes + folded)
  if (folded > mostBytes || written > mostBytes) return at
  packed[at] = folded
  packed[at + 1] = written
  packed[at + 2] = Math.min(term.count, 255)
  packed[at + 3] = term.left
  packed[at + 4] = term.right
  packed.writeUInt32LE(term.sentences, at + 5)
  return at + headBytes + folded + written
}

const primes = [0x01000193, 0x85ebca6b] as const

/** The terms that were packed, one after the other, without objects: a million posts have tens of millions. */
export class PackedTerms {
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #next = 0
  #end = 0
  /** Where the sample begins. */
  #sample = 0

  /** Begins with a post; its bytes must stay as they are meanwhile. */
  open(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#end = bytes.length
    this.#sample = this.#end === 0 ? 0 : 3 + readThree(bytes, 0)
    this.#next = this.#end === 0 ? 0 : this.#sample + 1 + (bytes[this.#sample] ?? 0) * 2
  }

  /** Calls `visit` with each word and the sentence it is in, see `SentenceWords`. */
  visitWords(visit: (word: number, sentence: number) => void): void {
    const bytes = this.#bytes
    for (let at = 3; at < this.#sample;) {
      const sentence = bytes[at] ?? 0
      const end = at + 2 + (bytes[at + 1] ?? 0) * wordBytes
      for (at += 2; at < end; at += wordBytes) visit(readThree(bytes, at), sentence)
    }
  }

  /** Calls `visit` with each character of the sample. */
  visitSample(visit: (code: number) => void): void {
    const bytes = this.#bytes
    if (this.#end === 0) return
    const start = this.#sample + 1
    const end = start + (bytes[this.#sample] ?? 0) * 2
    for (let at = start; at < end; at += 2) visit(readPair(bytes, at))
  }

  /** Goes to the next term; false behind the last. */
  next(): boolean {
    this.#at = this.#next
    if (this.#at >= this.#end) return false
    this.#next = this.#at + headBytes + this.foldedBytes + (this.#bytes[this.#at + 1] ?? 0)
    return true
  }

  get foldedBytes(): number {
    return this.#bytes[this.#at] ?? 0
  }

  get count(): number {
    return this.#bytes[this.#at + 2] ?? 0
  }

  get left(): number {
    return this.#bytes[this.#at + 3] ?? 0
  }

  get right(): number {
    return this.#bytes[this.#at + 4] ?? 0
  }

  get sentences(): number {
    const at = this.#at + 5
    const bytes = this.#bytes
    return (
      ((bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24)) >>>
      0
    )
  }

  /** Hash of the folded form, or of it without so many bytes at its beginning and end. */
  hash(skip = 0, leave = 0): number {
    const start = this.#at + headBytes
    return hashBytes(this.#bytes, start + skip, start + this.foldedBytes - leave)
  }

  /** A byte of the folded form. */
  byteAt(index: number): number {
    return this.#bytes[this.#at + headBytes + index] ?? 0
  }

  /** Whether it is written in another way than folded. */
  get isWrittenOtherwise(): boolean {
    return (this.#bytes[this.#at + 1] ?? 0) > 0
  }

  get folded(): string {
    const start = this.#at + headBytes
    return Buffer.from(
      this.#bytes.buffer,
      this.#bytes.byteOffset + start,
      this.foldedBytes,
    ).toString()
  }

  get written(): string {
    const bytes = this.#bytes[this.#at + 1] ?? 0
    if (bytes === 0) return this.folded
    const start = this.#bytes.byteOffset + this.#at + headBytes + this.foldedBytes
    return Buffer.from(this.#bytes.buffer, start, bytes).toString()
  }
}

/** Hash of no bytes yet, to be taken on with `stepHash` and ended with `finishHash`. */
export const hashStart = 0x811c9dc5

export function stepHash(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, primes[0])
}

/** Unsigned. */
export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), primes[1])
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashStart
  for (let at = start; at < end; at++) hash = stepHash(hash, bytes[at] ?? 0)
  return finishHash(hash)
}
