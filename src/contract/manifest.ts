import * as v from 'valibot'
import { facetNames } from '#core/facet.ts'
import { feedFacets } from '#core/feed-path.ts'
import { ContractError, parseShape } from './contract-error.ts'
import { schemaVersion } from './schema-version.ts'
import { count, fileHash, instant } from './shapes.ts'

const manifestShape = v.object({
  /** Version of every wire shape; see `schema-version.ts`. */
  schemaVersion: v.literal(schemaVersion),
  /** Differs whenever any file of the site differs: hash over the rest of the manifest. Lets an open page notice a new build. */
  buildId: fileHash,
  /** Title of the archive: `--title`, else `_config.yml`, else the names of the collections. */
  title: v.string(),
  /** Description of the archive from `_config.yml`; absent when there is none. */
  description: v.optional(v.string()),
  /** IANA name of the zone that day headings use. */
  timeZone: v.string(),
  /** Languages of the posts (BCP 47), most frequent first. */
  languages: v.array(v.string()),
  /** Account of the source files: `files = posts + copies + versions + unreadable`. */
  counts: v.object({
    files: count,
    /** Posts a reader sees: the newest version of each. */
    posts: count,
    /** Files left out because another has the same name and the same bytes. */
    copies: count,
    /** Older versions of posts; each has an ordinal and a page of its own. */
    versions: count,
    /** Files that could not be read as posts. */
    unreadable: count,
    /** Problems in the report, warnings included. */
    problems: count,
  }),
  /** First and last known publication, UTC instants (a day alone counts from its midnight); absent in an archive without dates. */
  span: v.optional(v.object({ first: instant, last: instant })),
  /** Where the rows are. */
  timeline: v.object({
    /** Rows of all ordinals, `counts.posts + counts.versions`. */
    rows: count,
    /** Ordinal `n` lies in shard `floor(n / rowsPerShard)`. */
    rowsPerShard: v.pipe(count, v.minValue(1)),
    /** A full directory names this many shards. */
    shardsPerDirectory: v.pipe(count, v.minValue(1)),
    /** Full directories, oldest first; see `shard-directory.ts`. */
    directories: v.array(fileHash),
    /** Hashes of the shards after the last full directory. */
    tail: v.array(fileHash),
  }),
  /** Hash of the file that every view starts from: calendar, older versions, newest rows; see `opening-file.ts`. */
  opening: fileHash,
  /** Facets with at least one value, in the order they are shown; see `facet-dictionary.ts`. */
  facets: v.array(
    v.object({
      facet: v.picklist(facetNames),
      dictionary: fileHash,
      /** Number of values. */
      values: count,
      /** The eight most frequent values with their posts, as the dictionary has them: an open list needs no more. Absent in older sites. */
      top: v.optional(
        v.array(v.object({ value: v.string(), count, derived: v.optional(v.literal(true)) })),
      ),
      /** True for `category` when every post's categories equal its tags: then only the tags are shown. */
      twin: v.optional(v.literal(true)),
    }),
  ),
  /** The search index; absent when the site was built without one. See docs/formats/search-index.md. */
  search: v.optional(
    v.object({
      /** Root of the index: its segments and where their terms are; `dataPath('search', root)`. */
      root: fileHash,
    }),
  ),
  /**
   * Feeds of the archive and of facet values, at the paths that `feedPath` gives; absent when the site was built without: it was
   * asked to have none, or nobody said where it will be.
   */
  feeds: v.optional(
    v.object({
      /** Facets of which every value has feeds; the twin of another has none of its own. */
      facets: v.array(v.picklist(feedFacets)),
    }),
  ),
  /** How the collections were addressed as Jekyll sites, for old addresses; those that were none are left out. */
  permalinks: v.array(
    v.object({
      collection: v.string(),
      /** Jekyll's `permalink` setting: a pattern or the name of one. */
      pattern: v.string(),
      /** Folder of the old site below this one, with a slash at its end: `society/`. Absent when both lay in the same folder. */
      folder: v.optional(v.string()),
    }),
  ),
  /** Old addresses that pattern and day do not lead to; see `old-addresses-file.ts`. Absent when there are none. */
  oldAddresses: v.optional(fileHash),
  /** Hash of the build report; see `build-report.ts`. */
  report: fileHash,
})

/** The first and only mutable file of a site: what the archive is and where everything else lies. */
export type Manifest = v.InferOutput<typeof manifestShape>

/**
 * Reads `manifest.json`.
 * @throws ContractError when the shape is wrong, with its own sentence when the site was built by another version.
 */
export function parseManifest(value: unknown): Manifest {
  const version = v.safeParse(v.object({ schemaVersion: v.number() }), value)
  if (version.success && version.output.schemaVersion !== schemaVersion) {
    throw new ContractError(
      `the archive has schema version ${version.output.schemaVersion}, this reader knows ${schemaVersion}`,
    )
  }
  return parseShape(manifestShape, 'manifest', value)
}
