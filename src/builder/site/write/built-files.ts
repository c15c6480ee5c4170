import { compareText } from '#builder/ground/text/compare.ts'
import type { SiteFile } from '../memo/site-memo.ts'

const sumBytes = 32

/**
 * Files of a build by path, with size and SHA-256. The hashes lie side by side in one buffer, because a site has more
 * files than posts.
 */
export class BuiltFiles {
  readonly #places = new Map<string, number>()
  readonly #sizes: number[] = []
  readonly #isHashed: boolean[] = []
  #sums = Buffer.alloc(1_024 * sumBytes)

  /** How many there are. */
  get count(): number {
    return this.#sizes.length
  }

  /** Adds a file or replaces what is known of it; without `sum` its hash is not known yet. */
  add(path: string, size: number, sum?: Uint8Array): void {
    const place = this.#places.get(path) ?? this.#sizes.length
    this.#places.set(path, place)
    this.#sizes[place] = size
    this.#isHashed[place] = sum !== undefined
    if (sum === undefined) return
    const start = place * sumBytes
    if (start + sumBytes > this.#sums.length) {
      const larger = Buffer.alloc(this.#sums.length * 2)
      this.#sums.copy(larger)
      this.#sums = larger
      return this.add(path, size, sum)
    }
    this.#sums.set(sum, start)
  }

  /** Whether a file belongs to the build. */
  has(path: string): boolean {
    return this.#places.has(path)
  }

  /** Size of a file in bytes. */
  sizeOf(path: string): number | undefined {
    return this.#sizes[this.#places.get(path) ?? -1]
  }

  /** Whether the hash of a file is known. */
  isHashed(path: string): boolean {
    return this.#isHashed[this.#places.get(path) ?? -1] === true
  }

  /** SHA-256 of a file in hexadecimal digits; `undefined` when it is not known. */
  sumOf(path: string): string | undefined {
    const place = this.#places.get(path)
    if (place === undefined || this.#isHashed[place] !== true) return undefined
    return this.#sums.toString('hex', place * sumBytes, (place + 1) * sumBytes)
  }

  /** All files with their sizes, in the order of writing. */
  *list(): Generator<SiteFile> {
    for (const [path, place] of this.#places) yield [path, this.#sizes[place] ?? 0]
  }

  /** All paths, ascending. */
  paths(): string[] {
    return [...this.#places.keys()].toSorted(compareText)
  }
}
