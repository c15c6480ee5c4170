import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { lifeboatVersion, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'

/** A file of the site that goes into a lifeboat. */
export interface PackedFile {
  path: string
  bytes: Uint8Array
  /** How many articles it holds. */
  bodies: number
}

type Packing = LifeboatDirectory['volumes'][number]['packing']

/** A volume is closed when it holds this much: about a megabyte of base64. */
const volumeBytes = 2.5 * 2 ** 20

/** Packs files into volumes, in the order in which they are given, and keeps the directory of them. */
export class VolumeWriter {
  readonly #files: LifeboatDirectory['files'] = {}
  readonly #volumes: LifeboatDirectory['volumes'] = []
  readonly #emit: (base64: string) => void
  #pieces: Uint8Array[] = []
  #bytes = 0
  #bodies = 0
  #packing: Packing = 'gzip'

  /** @param emit - is given each volume when it is closed, in base64. */
  constructor(emit: (base64: string) => void) {
    this.#emit = emit
  }

  /** Adds a file. Pictures do not get smaller, and lie in volumes of their own, each at a multiple of three bytes. */
  add({ path, bytes, bodies }: PackedFile, packing: Packing): void {
    if (packing !== this.#packing || this.#bytes + bytes.length > volumeBytes) this.close()
    this.#packing = packing
    this.#files[path] = [this.#volumes.length, this.#bytes, bytes.length]
    this.#push(bytes)
    if (packing === 'none') this.#push(new Uint8Array((3 - (bytes.length % 3)) % 3))
    this.#bodies += bodies
  }

  /** Ends the volume, so that what follows begins another one. */
  close(): void {
    if (this.#bytes === 0) return
    const bytes = Buffer.concat(this.#pieces)
    const packed = this.#packing === 'none' ? bytes : gzipSync(bytes, { level: 9 })
    this.#volumes.push({
      bytes: bytes.length,
      packing: this.#packing,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bodies: this.#bodies,
    })
    this.#pieces = []
    this.#bytes = 0
    this.#bodies = 0
    this.#emit(packed.toString('base64'))
  }

  /** The directory of all volumes that were closed. */
  toDirectory(posts: number): LifeboatDirectory {
    return { version: lifeboatVersion, posts, volumes: this.#volumes, files: this.#files }
  }

  #push(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#bytes += bytes.length
  }
}
