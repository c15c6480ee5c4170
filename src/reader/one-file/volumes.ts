import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { unpackVolume } from '#shape/lifeboat/unpack-volume.ts'
import { DataError } from '#reader/data/files/data-error.ts'

/** Unpacked volumes that are kept: neighbours in a list lie in one. */
const volumesKept = 6

/** Gives the text of a volume once it is whole; `undefined` where the file ends before it. */
export type FindVolumeText = (volume: number) => Promise<string | undefined>

/** The files of a lifeboat, in its volumes. Nothing of a volume is read before its hash is proven. */
export class Volumes {
  readonly #directory: LifeboatDirectory
  readonly #findText: FindVolumeText
  // The first one is the least recently used.
  readonly #unpacked = new Map<number, Promise<Uint8Array>>()

  constructor(directory: LifeboatDirectory, findText: FindVolumeText) {
    this.#directory = directory
    this.#findText = findText
  }

  /**
   * Bytes of a file of the site.
   * @throws DataError `absent` where this copy has no such file, `cut` where it ends before it, `corrupt` where it is
   * damaged.
   */
  async read(path: string): Promise<Uint8Array> {
    const place = Object.hasOwn(this.#directory.files, path)
      ? this.#directory.files[path]
      : undefined
    if (place === undefined) throw new DataError('absent', path, {})
    const [volume, start, length] = place
    try {
      return (await this.#readVolume(volume)).slice(start, start + length)
    } catch (cause) {
      if (cause instanceof DataError) throw new DataError(cause.kind, path, { cause })
      throw cause
    }
  }

  async #readVolume(volume: number): Promise<Uint8Array> {
    const known = this.#unpacked.get(volume)
    const reading = known ?? this.#unpack(volume)
    this.#unpacked.delete(volume)
    this.#unpacked.set(volume, reading)
    const [oldest] = this.#unpacked.keys()
    if (this.#unpacked.size > volumesKept && oldest !== undefined) this.#unpacked.delete(oldest)
    try {
      return await reading
    } catch (error) {
      if (this.#unpacked.get(volume) === reading) this.#unpacked.delete(volume)
      throw error
    }
  }

  async #unpack(volume: number): Promise<Uint8Array> {
    const path = `volume ${volume}`
    const facts = this.#directory.volumes[volume]
    const text = await this.#findText(volume)
    if (text === undefined || facts === undefined) throw new DataError('cut', path, {})
    try {
      const bytes = await unpackVolume(text, facts)
      if (bytes !== undefined) return bytes
    } catch (cause) {
      // What gzip says of damage differs by engine.
      throw new DataError('corrupt', path, { cause })
    }
    throw new DataError('corrupt', path, {})
  }
}
