import type { SiteFile } from '../memo/site-memo.ts'
import type { SiteWriter } from './site-writer.ts'

/**
 * Files that are written together and kept while their sources stay the same: the pages of a list, the feeds of a
 * facet value.
 */
export class FileGroups {
  readonly #writer: SiteWriter
  readonly #before: ReadonlyMap<string, SiteFile[]>
  /** Groups of this build by key. */
  readonly written = new Map<string, SiteFile[]>()

  /** `before` are the groups of the previous build. */
  constructor(writer: SiteWriter, before: ReadonlyMap<string, SiteFile[]>) {
    this.#writer = writer
    this.#before = before
  }

  /**
   * Keeps the group of this key when the previous build wrote it and all its files still exist; else writes it.
   * @param key cache key of the group: equal keys mean equal files.
   * @param write writes the files and returns their paths.
   */
  async keepOr(key: string, write: () => Promise<string[]>): Promise<void> {
    const kept = this.#before.get(key)
    const files =
      kept !== undefined && (await this.#writer.keep(kept))
        ? kept
        : this.#writer.listFiles(await write())
    this.written.set(key, files)
  }
}
