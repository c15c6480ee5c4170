import * as v from 'valibot'
import { facetNames } from '#core/facet/facet.ts'
import { feedFacets } from '#core/facet/feed-facets.ts'
import { clocksShape } from './clocks/clock-place.ts'
import { columnShape } from './column/column-place.ts'
import { ContractError, parseShape } from './contract-error.ts'
import { schemaVersion } from './schema-version.ts'
import { count, fileHash, instant } from './shapes.ts'
import { archiveIdPattern } from './signing/public-key.ts'

const manifestShape = v.object({
  /** Version of every wire shape; see `schema-version.ts`. */
  schemaVersion: v.literal(schemaVersion),
  /**
   * Hash over the rest of the manifest, so it changes whenever any file of the site changes. Lets an open page notice a
   * new build.
   */
  buildId: fileHash,
  /** Title of the archive: from `--title`, otherwise from `_config.yml`, otherwise the names of the collections. */
  title: v.string(),
  /** Description of the archive from `_config.yml`; absent when there is none. */
  description: v.optional(v.string()),
  /**
   * What the keeper says of the archive in `about.md` beside the posts: plain text, a paragraph a line, at most 1,200
   * characters; absent when there is none, and in an archive of several collections.
   */
  about: v.optional(v.string()),
  /** Full address of the site, with a trailing slash; absent when it was not given. */
  address: v.optional(v.string()),
  /** `original` where the pages of articles name their originals as canonical; absent where they name themselves. */
  canonical: v.optional(v.literal('original')),
  /** Whether queries of addresses stand behind `#`, where no host hears of them; absent where they do not. */
  quietAddresses: v.optional(v.literal(true)),
  /** Name of the archive that signs the site, see `toArchiveId`; absent when it is not signed. */
  archive: v.optional(v.pipe(v.string(), v.regex(archiveIdPattern))),
  /**
   * Addresses of copies of the site on other hosts, in the order in which they are asked. Whoever asks them takes what
   * `listMirrorAddresses` leaves. Absent when none was named.
   */
  mirrors: v.optional(v.array(v.string())),
  /** IANA name of the time zone of day headings. */
  timeZone: v.string(),
  /** Languages of the posts (BCP 47), most frequent first. */
  languages: v.array(v.string()),
  /** Counts of the source files: `files = posts + copies + versions + unreadable + leftOut`. */
  counts: v.object({
    files: count,
    /** Posts a reader sees: only the newest version of each. */
    posts: count,
    /** Files left out because another file has the same name and bytes. */
    copies: count,
    /** Older versions of posts. Each has an ordinal and a page of its own. */
    versions: count,
    /** Files that could not be read as posts. */
    unreadable: count,
    /** Files whose posts their writers kept from readers; absent when there are none. */
    leftOut: v.optional(count),
    /** Problems in the report, including warnings. */
    problems: count,
  }),
  /**
   * First and last known publication, as UTC instants (a day without a time counts from its midnight); absent in an
   * archive without dates.
   */
  span: v.optional(v.object({ first: instant, last: instant })),
  /** Where the rows are. */
  timeline: v.object({
    /** Total number of rows, `counts.posts + counts.versions`. */
    rows: count,
    /** Ordinal `n` is in shard `floor(n / rowsPerShard)`. */
    rowsPerShard: v.pipe(count, v.minValue(1)),
    /** A full directory lists this many shards. */
    shardsPerDirectory: v.pipe(count, v.minValue(1)),
    /** Full directories, oldest first; see `shard-directory.ts`. */
    directories: v.array(fileHash),
    /** Hashes of the shards after the last full directory. */
    tail: v.array(fileHash),
  }),
  /** Hash of the file that every view needs first: calendar, older versions, newest rows; see `opening-file.ts`. */
  opening: fileHash,
  /** What the days of other clocks are made from; absent in an archive in which no post has a time of day. */
  clocks: v.optional(clocksShape),
  /**
   * Original addresses and whole titles of all posts, a file for each `postsPerOriginalsFile` ordinals; see
   * `originals-file.ts`. Absent in sites of builders that did not write them: their bodies hold the same.
   */
  originals: v.optional(v.array(fileHash)),
  /** Facets with at least one value, in display order; see `facet-dictionary.ts`. */
  facets: v.array(
    v.object({
      facet: v.picklist(facetNames),
      dictionary: fileHash,
      /** Its values of every post, older versions included: what counts are made from. See `column/column-file.ts`. */
      column: columnShape,
      /** Number of values, not counting those of older versions alone, nor twins of authors. */
      values: count,
      /**
       * The eight most frequent of these values with their number of posts, as in the dictionary: enough to open a list.
       */
      top: v.array(v.object({ value: v.string(), count, derived: v.optional(v.literal(true)) })),
      /** True for `category` when every post's categories equal its tags; then only the tags are shown. */
      twin: v.optional(v.literal(true)),
    }),
  ),
  /** The search index; absent when the site was built without one. See docs/formats/search-index.md. */
  search: v.optional(
    v.object({
      /** Root of the index, which lists its segments and where their terms are; `dataPath('search', root)`. */
      root: fileHash,
    }),
  ),
  /**
   * Feeds of the archive and of facet values, at the paths of `feedPath`. Absent when the site was built without feeds:
   * they were turned off, or the site's URL was not given.
   */
  feeds: v.optional(
    v.object({
      /** Facets whose values all have feeds. The twin of another facet has none of its own. */
      facets: v.array(v.picklist(feedFacets)),
    }),
  ),
  /**
   * The permalink settings of the collections as Jekyll sites, for old addresses. Collections that were not Jekyll
   * sites are left out.
   */
  permalinks: v.array(
    v.object({
      collection: v.string(),
      /** Jekyll's `permalink` setting: a pattern or its name. */
      pattern: v.string(),
      /**
       * Folder of the old site below this one, with a trailing slash: `society/`. Absent when both have the same root.
       */
      folder: v.optional(v.string()),
    }),
  ),
  /** Old addresses that pattern and day do not resolve; see `old-addresses-file.ts`. Absent when there are none. */
  oldAddresses: v.optional(fileHash),
  /** Hash of the numbers of the archive; see `statistics-file.ts`. Absent in sites of older builders. */
  statistics: v.optional(fileHash),
  /** Terms that rise in each month; see `topics-file.ts`. Absent when no month has one. */
  topics: v.optional(fileHash),
  /** What a device keeps beside posts, see `offline-file.ts`. Absent in sites of older builders: nothing can be kept of them. */
  offline: v.optional(fileHash),
  /** Hash of the build report; see `build-report.ts`. */
  report: fileHash,
  /** Set in a copy of a list of posts, see `copy-archive.ts`; absent in a site. */
  copy: v.optional(
    v.object({
      /** Build of the site that it was made from. */
      of: fileHash,
      /** How many posts that site has, older versions left out. */
      posts: count,
      /** The list, as the parameters of its address on the site (`q=tea&tag=birds`); empty for all posts. */
      list: v.string(),
      /** Originals of posts that its articles name and that it does not have; see `elsewhere-file.ts`. */
      elsewhere: v.optional(fileHash),
    }),
  ),
})

/**
 * The first file a reader loads and the only mutable one: what the archive is and where everything else is. The same bytes
 * lie in `data/manifests/` under their hash, so that a build can be named for ever.
 */
export type Manifest = v.InferOutput<typeof manifestShape>

/**
 * Parses `manifest.json`.
 * @throws ContractError when the shape is wrong, with a message of its own when the site was built by another version.
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
