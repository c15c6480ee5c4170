import { mostVolumeBytes, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import type { PackedFile } from '../copy/copy-files.ts'
import { toSha256 } from '../digest.ts'
import { TooLargeError } from '../too-large-error.ts'
import { base85Group, toBase85Bytes } from './base85.ts'
import { takeFarRepeats } from './far-repeats.ts'

type Packing = 'repeats' | 'none'

/** Packs bytes as gzip. */
export type PackBytes = (bytes: Uint8Array) => Promise<Uint8Array>

/** A volume that was closed: its facts, its files by first byte and length, and its text as it is kept. */
export interface ClosedVolume<Piece> {
  facts: LifeboatDirectory['volumes'][number]
  files: { path: string; start: number; length: number }[]
  text: Piece
}

/** A volume is closed when it holds this much: about one and a half megabytes of text. */
const volumeBytes = 4 * 2 ** 20

/** Packs files into volumes, in the order in which they are given. */
export class VolumeWriter<Piece> {
  readonly volumes: ClosedVolume<Piece>[] = []
  readonly #packing: Packing
  readonly #pack: PackBytes
  readonly #keep: (text: Uint8Array<ArrayBuffer>) => Piece
  #files: ClosedVolume<Piece>['files'] = []
  #pieces: Uint8Array[] = []
  #bytes = 0
  #bodies = 0

  /** @param keep - is given the text of each volume when it is closed, and returns what stands for it. */
  constructor(
    packing: Packing,
    { pack, keep }: { pack: PackBytes; keep: (text: Uint8Array<ArrayBuffer>) => Piece },
  ) {
    this.#packing = packing
    this.#pack = pack
    this.#keep = keep
  }

  /**
   * Adds a file. Where nothing is packed, each begins at a whole group of characters.
   * @throws TooLargeError when no volume may hold it.
   */
  async add({ path, bytes, bodies }: PackedFile): Promise<void> {
    if (bytes.length > mostVolumeBytes) {
      throw new TooLargeError(`${path} has more than ${mostVolumeBytes / 2 ** 20} MiB`)
    }
    if (this.#bytes + bytes.length > volumeBytes) await this.close()
    this.#files.push({ path, start: this.#bytes, length: bytes.length })
    this.#push(bytes)
    const group = base85Group.bytes
    if (this.#packing === 'none')
      this.#push(new Uint8Array((group - (bytes.length % group)) % group))
    this.#bodies += bodies
  }

  /** Ends the volume, so that what follows begins another one. */
  async close(): Promise<void> {
    if (this.#bytes === 0) return
    const bytes = joinBytes(this.#pieces)
    const facts = {
      bytes: bytes.length,
      packing: this.#packing,
      sha256: toHex(await toSha256(bytes)),
      bodies: this.#bodies,
    }
    const packed = this.#packing === 'none' ? bytes : await this.#pack(takeFarRepeats(bytes))
    this.volumes.push({ facts, files: this.#files, text: this.#keep(toBase85Bytes(packed)) })
    this.#files = []
    this.#pieces = []
    this.#bytes = 0
    this.#bodies = 0
  }

  #push(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#bytes += bytes.length
  }
}
