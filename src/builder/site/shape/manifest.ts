import { createHash } from 'node:crypto'
import type { BuildReport } from '#contract/build-report.ts'
import { toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { Collection } from '#builder/read/discover/discover-posts.ts'
import { rankLanguages, toArchiveSpan } from '#shape/archive-facts.ts'
import { rowsPerShard, shardsPerDirectory } from '#shape/timeline/shard.ts'

/** The fields of the manifest that name files. */
export type WrittenFiles = Pick<
  Manifest,
  | 'opening'
  | 'clocks'
  | 'originals'
  | 'topics'
  | 'facets'
  | 'search'
  | 'feeds'
  | 'report'
  | 'statistics'
  | 'offline'
  | 'permalinks'
  | 'oldAddresses'
> & {
  timeline: Pick<Manifest['timeline'], 'directories' | 'tail'>
}

/** What a manifest is built from. */
export interface ManifestSources {
  title: string
  address: string | undefined
  canonical: Manifest['canonical']
  quietAddresses: Manifest['quietAddresses']
  archive: Manifest['archive']
  mirrors: Manifest['mirrors']
  timeZone: string
  collections: Collection[]
  posts: OrderedPost[]
  report: BuildReport
  files: WrittenFiles
  /** Fingerprint of everything outside `data/`: the reader's files, the pages. */
  shellFingerprint: string
}

/** Builds the manifest; the build id is a hash of all of it. */
export function buildManifest(sources: ManifestSources): Manifest {
  const { title, timeZone, collections, posts, files } = sources
  const only = collections.length === 1 ? collections[0] : undefined
  const rest = {
    schemaVersion,
    title,
    description: only?.config.description,
    about: only?.config.about,
    address: sources.address,
    canonical: sources.canonical,
    quietAddresses: sources.quietAddresses,
    archive: sources.archive,
    mirrors: sources.mirrors,
    timeZone,
    languages: countLanguages(posts),
    counts: toCounts(sources.report),
    span: toArchiveSpan(posts.map(({ cached }) => cached.row)),
    timeline: { rows: posts.length, rowsPerShard, shardsPerDirectory, ...files.timeline },
    opening: files.opening,
    clocks: files.clocks,
    originals: files.originals,
    topics: files.topics,
    facets: files.facets,
    search: files.search,
    feeds: files.feeds,
    permalinks: files.permalinks,
    oldAddresses: files.oldAddresses,
    statistics: files.statistics,
    offline: files.offline,
    report: files.report,
  } as const
  const digest = createHash('sha256').update(JSON.stringify(rest)).update(sources.shellFingerprint)
  const { schemaVersion: version, ...others } = rest
  return { schemaVersion: version, buildId: toFileHash(digest.digest()), ...others }
}

/** Languages of posts, see `rankLanguages`. */
export function countLanguages(posts: Iterable<Pick<OrderedPost, 'cached'>>): string[] {
  return rankLanguages(Array.from(posts, ({ cached }) => cached.row.language))
}

function toCounts(report: BuildReport): Manifest['counts'] {
  const { files, posts, copies, versions, unreadable, leftOut, problems } = report
  const left = leftOut === undefined ? {} : { leftOut: leftOut.length }
  return { files, posts, copies, versions, unreadable, ...left, problems: problems.length }
}
