import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { RecordBytes } from '#builder/archive/cache/record-file.ts'
import type { WrittenStretch } from '../memo/site-memo.ts'

/** What outputs give to those after them and to the manifest. */
export interface SiteParts {
  pictures: PicturePlacer
  pages: PageWriter
  timeline: WrittenTimeline
  opening: FileHash
  facets: Manifest['facets']
  report: FileHash
  permalinks: Manifest['permalinks']
  oldAddresses: Manifest['oldAddresses']
  lists: WrittenLists
  feeds: Manifest['feeds']
  search: Manifest['search']
}

/** Copies pictures that the archive keeps into the site while the posts that show them pass by. */
export interface PicturePlacer {
  /** Stands for all these pictures; empty when there are none. */
  key: string
  /** Gives the post with its local pictures named in it, and their paths in the site. */
  place(record: RecordBytes): Promise<{ record: RecordBytes; paths: string[] }>
}

/** Writes the pages of posts while their bytes are at hand. */
export interface PageWriter {
  /** Stands for all that is in the pages of a stretch besides its posts. */
  toKey(firstOrdinal: number): string
  /** Gives the page's path; `undefined` when the post gets none. `row` and `body` are JSON. */
  write(post: { row: Uint8Array; body: Uint8Array }, ordinal: number): Promise<string | undefined>
}

/** Where the shards of the timeline lie. */
export interface WrittenTimeline {
  directories: FileHash[]
  /** Shards after those of the last full directory. */
  tail: FileHash[]
  /** The last two shards, whichever of the lists names them. */
  newest: FileHash[]
  /** All stretches by key. */
  stretches: Map<string, WrittenStretch>
}

/** The lists that read without script. */
export interface WrittenLists {
  /** Paths of their pages below the site's root, with a slash at the end. */
  paths: string[]
  /** HTML that the reader's own pages hold until the reader has started. */
  roots: {
    /** Elements for the head of the first page. */
    newestHead: string
    /** In the first page. */
    newest: string
    /** In all other pages. */
    other: string
  }
}

/** Parts by name, filled in the order of the table of outputs. */
export class WrittenParts {
  readonly #parts: Partial<SiteParts> = {}

  add(parts: Partial<SiteParts>): void {
    Object.assign(this.#parts, parts)
  }

  /** @throws Error when the table of outputs has the output that gives it after the one that needs it. */
  get<Name extends keyof SiteParts>(name: Name): SiteParts[Name] {
    if (!(name in this.#parts))
      throw new Error(`The part "${name}" of the site is not written yet.`)
    return this.#parts[name] as SiteParts[Name]
  }

  /** The same for a part that not every site has. */
  find<Name extends keyof SiteParts>(name: Name): SiteParts[Name] | undefined {
    return this.#parts[name]
  }
}
