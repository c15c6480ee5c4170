import type { SiteFile } from '../memo/site-memo.ts'
import type { SiteWriter } from './site-writer.ts'

/** Files that are written together and stay while what they are made of stays: the pages of a list, the feeds of a facet value. */
export class FileGroups {
  readonly #writer: SiteWriter
  readonly #before: ReadonlyMap<string, SiteFile[]>
  /** Groups of this build by key. */
  readonly written = new Map<string, SiteFile[]>()

  /** `before` are the groups of the build before. */
  constructor(writer: SiteWriter, before: ReadonlyMap<string, SiteFile[]>) {
    this.#writer = writer
    this.#before = before
  }

  /**
   * Keeps the group of this key as it was written before when all its files are still there; else writes it.
   * @param key stands for all bytes of the group: equal keys, equal files.
   * @param write writes the files and gives their paths.
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
