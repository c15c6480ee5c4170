import { BuildError } from '#builder/ground/build-error.ts'
import type { FoundFile } from '../discover/post-file.ts'
import { readPostBytes } from './read-post.ts'

/** A source file by its name in reports, and the SHA-256 of its bytes in hexadecimal digits. */
export interface KnownSource {
  file: string
  contentHash: string
}

/**
 * Finds source files on the disk again, after the list of discovered files was released: it keeps a path a folder, and
 * one for each of the few files that the disk spells otherwise.
 */
export class SourceFiles {
  /** By their name in reports, with a slash at the end. */
  readonly #folders = new Map<string, string>()
  /** Files that the disk spells otherwise; two of them can have one name. */
  readonly #spelled = new Map<string, string[]>()

  constructor(files: readonly FoundFile[]) {
    for (const { folder, name, baseName, file, path } of files) {
      this.#folders.set(folder.file, folder.path)
      if (name === baseName) continue
      this.#spelled.set(file, [...(this.#spelled.get(file) ?? []), path])
    }
  }

  /**
   * Reads the bytes that a post was read from.
   * @throws BuildError when the file holds others now.
   */
  read(source: KnownSource): Uint8Array {
    const { file, contentHash } = source
    for (const path of this.#listPaths(file)) {
      const read = readPostBytes({ path, file, collection: '', fileName: '' })
      if ('bytes' in read && read.contentHash === contentHash) return read.bytes
    }
    throw new BuildError(
      `The file "${file}" has changed since it was read.`,
      'Build again. If that does not help, delete the cache first.',
    )
  }

  #listPaths(file: string): string[] {
    const end = file.lastIndexOf('/') + 1
    const folder = this.#folders.get(file.slice(0, end))
    const plain = folder === undefined ? [] : [folder + file.slice(end)]
    return [...plain, ...(this.#spelled.get(file) ?? [])]
  }
}
