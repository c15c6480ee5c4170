import { join } from 'node:path'
import { readStamp, type Stamp } from '#builder/ground/disk/file-stamp.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'
import type { PictureFacts } from './sniff-picture.ts'

const memoryName = 'pictures.broadsheet'
const picturesPerLine = 256

type Remembered = [path: string, stamp: Stamp, facts: PictureFacts]

/** Pictures that were read and found whole: while the disk says the same of them, they need not be read again. */
export class CheckedMemory {
  readonly #known: ReadonlyMap<string, Remembered>
  readonly #now = new Map<string, Remembered>()
  readonly #nowMs: number

  constructor(known: Iterable<Remembered>, nowMs: number) {
    this.#known = new Map([...known].map((entry) => [entry[0], entry]))
    this.#nowMs = nowMs
  }

  /** What an earlier build of the same program found in the cache's folder. */
  static async read(cache: string, program: string, nowMs: number): Promise<CheckedMemory> {
    const [head, ...lines] = (await readCheckedLines(join(cache, memoryName))) ?? []
    if (head === undefined || JSON.parse(head.toString()) !== program) {
      return new CheckedMemory([], nowMs)
    }
    // Written by this very program, as its key and the checksums say: JSON that needs no parser.
    const known = lines.flatMap((line) => JSON.parse(line.toString()) as Remembered[])
    return new CheckedMemory(known, nowMs)
  }

  /** Facts of a picture that has not changed; else those that `check` finds, remembered when they may be. */
  async recall<Found extends object>(
    path: string,
    check: () => Promise<PictureFacts | Found>,
  ): Promise<PictureFacts | Found> {
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

  /** Writes down what is known now, if that is anything else than before. */
  async write(cache: string, program: string): Promise<void> {
    const entries = [...this.#now.values()]
    const isSame =
      entries.length === this.#known.size &&
      entries.every((entry) => this.#known.get(entry[0]) === entry)
    if (isSame) return
    const lines: unknown[] = [program]
    for (let at = 0; at < entries.length; at += picturesPerLine) {
      lines.push(entries.slice(at, at + picturesPerLine))
    }
    await writeCheckedLines(join(cache, memoryName), lines)
  }
}
