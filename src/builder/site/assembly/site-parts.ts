import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { StatisticsFile } from '#contract/statistics-file.ts'
import type { RecordBytes } from '#builder/archive/cache/record-file.ts'
import type { SourcePlace } from '#contract/source-pack.ts'
import type { KnownSource } from '#builder/read/post/source-files.ts'
import type { SiteFile, WrittenStretch } from '../memo/site-memo.ts'

/** What outputs return for later outputs and the manifest. */
export interface SiteParts {
  pictures: PicturePlacer
  pages: PageWriter
  sources: SourceKeeper
  timeline: WrittenTimeline
  opening: FileHash
  clocks: Manifest['clocks']
  originals: Manifest['originals']
  topics: Manifest['topics']
  facets: Manifest['facets']
  statistics: { counts: StatisticsFile; file: FileHash }
  report: FileHash
  offline: FileHash
  permalinks: Manifest['permalinks']
  oldAddresses: Manifest['oldAddresses']
  lists: WrittenLists
  feeds: Manifest['feeds']
  search: Manifest['search']
}

/** Copies pictures that lie beside the posts into the site, as the posts that show them are written. */
export interface PicturePlacer {
  /** Cache key of all these pictures; empty when there are none. */
  key: string
  /** Returns the post with its local pictures filled in, and their paths in the site. */
  place(record: RecordBytes): Promise<{ record: RecordBytes; paths: string[] }>
}

/** A post as the data files have it: JSON in UTF-8. */
export interface PostJson {
  row: Uint8Array
  body: Uint8Array
}

/** Writes the pages of posts while their rows and bodies are in memory. */
export interface PageWriter {
  /** Cache key of what the pages of a stretch contain besides its posts. */
  toKey(firstOrdinal: number): string
  /** Returns the paths of the pages that were written of consecutive posts. Some posts get none. */
  write(posts: readonly PostJson[], firstOrdinal: number): Promise<string[]>
  /** Ends its threads, when all is written. */
  close(): Promise<void>
}

/** Writes the source files of posts, while the posts of a stretch are written. */
export interface SourceKeeper {
  /** Cache key of what it does; empty when it keeps none. */
  key: string
  /**
   * Returns where the source file of each of these posts lies, and the files that were written; nothing when it keeps none.
   * @throws BuildError when a file has changed since its post was read.
   */
  keep(posts: readonly KnownSource[]): Promise<{ places: SourcePlace[]; files: SiteFile[] }>
}

/** Hashes of the timeline's shards and their directories. */
export interface WrittenTimeline {
  directories: FileHash[]
  /** Shards that no full directory names yet. */
  tail: FileHash[]
  /** The newest two shards, whether a directory or `tail` names them. */
  newest: FileHash[]
  /** All stretches by key. */
  stretches: Map<string, WrittenStretch>
}

/** The list pages, which work without script. */
export interface WrittenLists {
  /** Paths of the pages below the site's root, with a trailing slash. */
  paths: string[]
  /** HTML that the reader's own pages show until the reader has started. */
  roots: {
    /** Elements for the `<head>` of the home page. */
    newestHead: string
    /** For the home page. */
    newest: string
    /** For each other page, by its path. */
    others: Readonly<Record<string, string>>
  }
}

/** Parts by name, filled in the order of the table of outputs. */
export class WrittenParts {
  readonly #parts: Partial<SiteParts> = {}

  add(parts: Partial<SiteParts>): void {
    Object.assign(this.#parts, parts)
  }

  /** @throws Error when the table of outputs lists the output that provides the part below the one that needs it. */
  get<Name extends keyof SiteParts>(name: Name): SiteParts[Name] {
    if (!(name in this.#parts))
      throw new Error(`The part "${name}" of the site is not written yet.`)
    return this.#parts[name] as SiteParts[Name]
  }

  /** The same for an optional part. */
  find<Name extends keyof SiteParts>(name: Name): SiteParts[Name] | undefined {
    return this.#parts[name]
  }
}
