import type { PrivateKind } from '#contract/build-report.ts'
import { readExif } from './exif.ts'
import { findKinds } from './private-data.ts'

/** What stays of a picture's file while it is read from its beginning to its end. */
export class PictureRest {
  readonly bytes: Buffer
  /** Kinds of what was dropped. */
  readonly kinds = new Set<PrivateKind>()
  /** How the picture is turned, as its Exif data says; absent when it is not. */
  orientation: number | undefined
  readonly #pieces: Buffer[] = []
  /** Where the bytes begin that are in no piece yet, and were not dropped. */
  #start = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** Whether nothing was dropped. */
  get isWhole(): boolean {
    return this.#start === 0
  }

  /** Drops what lies from here to there, which must follow all that was dropped before. */
  drop(from: number, to: number): void {
    if (from >= to) return
    if (from > this.#start) this.#pieces.push(this.bytes.subarray(this.#start, from))
    this.#start = to
  }

  /** Drops Exif data, of which the orientation is remembered. */
  dropExif(from: number, to: number, content: Buffer): void {
    const { orientation, kinds } = readExif(content)
    if (orientation !== undefined && orientation > 1) this.orientation ??= orientation
    for (const kind of kinds) this.kinds.add(kind)
    this.drop(from, to)
  }

  /** Drops text, such as XMP. */
  dropText(from: number, to: number, content: Buffer): void {
    for (const kind of findKinds(content)) this.kinds.add(kind)
    this.drop(from, to)
  }

  /** Puts bytes where something was dropped last. */
  put(bytes: Buffer): void {
    this.#pieces.push(bytes)
  }

  /** The bytes that stay. */
  join(): Buffer {
    return Buffer.concat([...this.#pieces, this.bytes.subarray(this.#start)])
  }
}
