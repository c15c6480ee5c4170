import { join } from 'node:path'
import { readStamp, type Stamp } from '#builder/ground/disk/file-stamp.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'
import type { PictureFacts } from '#builder/read/picture/sniff-picture.ts'

/** Memo of the pictures that `images` keeps. */
const keptMemoryName = 'pictures.broadsheet'
/** Memo of the pictures in the archive's own folders. */
export const folderMemoryName = 'folder-pictures.broadsheet'
const picturesPerLine = 256

type Remembered<Facts> = [path: string, stamp: Stamp, facts: Facts]

/** Where a memory lies. */
export interface MemoryPlace {
  /** Folder of the cache. */
  cache: string
  /** Key of the running program: what another version wrote is forgotten. */
  program: string
  /** Base name of its file. */
  name?: string
}

/** Memo of pictures that were read and found intact: they are not read again while their stamps stay the same. */
export class CheckedMemory<Facts extends PictureFacts> {
  readonly #known: ReadonlyMap<string, Remembered<Facts>>
  readonly #now = new Map<string, Remembered<Facts>>()
  readonly #nowMs: number

  constructor(known: Iterable<Remembered<Facts>>, nowMs: number) {
    this.#known = new Map([...known].map((entry) => [entry[0], entry]))
    this.#nowMs = nowMs
  }

  /** Reads what an earlier build with the same program wrote to the cache folder. */
  static async read<Facts extends PictureFacts>(
    { cache, program, name = keptMemoryName }: MemoryPlace,
    nowMs: number,
  ): Promise<CheckedMemory<Facts>> {
    const [head, ...lines] = (await readCheckedLines(join(cache, name))) ?? []
    if (head === undefined || JSON.parse(head.toString()) !== program) {
      return new CheckedMemory<Facts>([], nowMs)
    }
    // Needs no parser: the key and the checksums prove that this version of the program wrote it.
    const known = lines.flatMap((line) => JSON.parse(line.toString()) as Remembered<Facts>[])
    return new CheckedMemory<Facts>(known, nowMs)
  }

  /**
   * Returns the known facts of an unchanged picture, else what `check` finds, which is remembered if the stamp can be
   * trusted.
   */
  async recall<Found extends object>(
    path: string,
    check: () => Promise<Facts | Found>,
  ): Promise<Facts | Found> {
    const stamp = readStamp(path, this.#nowMs)
    const known = this.#known.get(path)
    if (known !== undefined && known[1].every((value, at) => value === stamp[at])) {
      this.#now.set(path, known)
      return known[2]
    }
    const found = await check()
    if ('width' in found && !Number.isNaN(stamp[0])) this.#now.set(path, [path, stamp, found])
    return found
  }

  /** Writes what is known now, unless nothing changed. */
  async write({ cache, program, name = keptMemoryName }: MemoryPlace): Promise<void> {
    const entries = [...this.#now.values()]
    const isSame =
      entries.length === this.#known.size &&
      entries.every((entry) => this.#known.get(entry[0]) === entry)
    if (isSame) return
    const lines: unknown[] = [program]
    for (let at = 0; at < entries.length; at += picturesPerLine) {
      lines.push(entries.slice(at, at + picturesPerLine))
    }
    await writeCheckedLines(join(cache, name), lines)
  }
}
