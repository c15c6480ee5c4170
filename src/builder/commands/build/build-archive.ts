import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { SegmentSizes } from '#search/segment/plan-segments.ts'
import type { RedirectPlan } from '#builder/outputs/addresses/plan-redirects.ts'
import { boundGarbage } from '#builder/ground/threads/bound-garbage.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import type { SiteSize } from '#builder/site/hosts/host-limits.ts'
import { CheckedMemory } from '#builder/archive/pictures/checked-memory.ts'
import type { LocalPictures } from '#builder/archive/pictures/local-pictures.ts'
import { lookAtPictures } from '#builder/archive/pictures/look-at-pictures.ts'
import type { Progress } from '#builder/ground/progress.ts'
import { lookAtFolders, type SeenFolders } from '#builder/read/discover/look-at-folders.ts'
import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import { parseConfig } from '#builder/read/config/read-site-config.ts'
import type { ReadArchive } from '#builder/archive/read-archive.ts'
import type { ReaderApp } from '#builder/site/plan/reader-app.ts'
import { prepareIndex } from '#builder/outputs/search/prepare-index.ts'
import { toSettingsKey } from './settings-key.ts'
import { toSiteBase } from '#builder/site/plan/site-title.ts'
import { CacheDamage } from '#builder/ground/disk/cache-damage.ts'
import { ConfigMemo } from '#builder/archive/cache/config-memo.ts'
import type { SourceMatch } from '#builder/archive/cache/match-sources.ts'
import { PostStore } from '#builder/archive/cache/post-store.ts'
import { readProgramKey } from '#builder/ground/program/program-key.ts'
import {
  forgetSite,
  readSiteMemo,
  writeSiteMemo,
  type SiteMemo,
  type SiteSources,
} from '#builder/site/memo/site-memo.ts'
import { openDisk, type Disk } from '#builder/ground/disk/disk.ts'
import { holdingLocks } from '#builder/ground/locks/folder-lock.ts'
import {
  openCacheFolder,
  openOutputFolder,
  readGenerations,
  toUnwritable,
} from '#builder/site/write/output-folder.ts'
import { hashPublishedManifest, readPublishedSite } from '#builder/site/write/published-site.ts'
import { SiteWriter } from '#builder/site/write/site-writer.ts'

/** What a build works with; tests put their own in place. */
export interface BuildTools {
  /** Gives the built reader; asked for once the input is known to be good, while the posts are being read. */
  openReaderApp: () => Promise<ReaderApp>
  progress: Progress
  /** Is given the account of all files as soon as they are read, also when nothing can be built of them. */
  account?: ((report: BuildReport) => Promise<void>) | undefined
  /** Says what the folders of posts hold; the whole disk is asked when absent. */
  look?: ((folders: readonly string[]) => Promise<SeenFolders>) | undefined
  /** The site's folder; the real one when absent. */
  disk?: Disk | undefined
  /** How the search index is cut; the usual way when absent. */
  segmentSizes?: SegmentSizes | undefined
  /** Told as soon as readers see the new build, before what it left over is cleared away; never when nothing had to be written. */
  onPublished?: (() => void) | undefined
  /** Stops the build with a `BuildError` as long as nothing of the site was touched: while posts are being indexed. */
  signal?: AbortSignal | undefined
}

/** What a build gives. */
export interface BuiltSite {
  manifest: Manifest
  report: BuildReport
  /** Absent when nothing had to be written. */
  size?: SiteSize
}

/**
 * Reads folders of posts and writes the site; what did not change since the build before is taken from there.
 * @throws BuildError when nothing can be built; the site that was there before is whole then.
 */
export async function buildArchive(options: BuildOptions, tools: BuildTools): Promise<BuiltSite> {
  const cacheFolder = options.cache ?? `${resolve(options.out)}.cache`
  const program = await readProgramKey()
  const configs = await ConfigMemo.open(cacheFolder, { program, parseAnew: parseConfig })
  const lookAnew = (folders: readonly string[]) =>
    lookAtFolders(folders, (bytes, file) => configs.parse(bytes, file))
  const look = tools.look ?? lookAnew
  const seen = await look(options.folders)
  boundGarbage(seen.discovery.files.length)
  await openOutputFolder(options.out, options.folders)
  await openCacheFolder(cacheFolder, [options.out, ...options.folders])
  const work = { options, tools, seen, configs, program, cacheFolder }
  return holdingLocks([options.out, cacheFolder], async (wasAbandoned) => {
    try {
      return await buildLocked({ ...work, wasAbandoned })
    } catch (error) {
      if (!(error instanceof CacheDamage)) throw error
      await PostStore.clear(cacheFolder)
      return await buildLocked({ ...work, seen: await look(options.folders), wasAbandoned })
    }
  }).catch((error: unknown) => {
    throw isFromDisk(error) ? toUnwritable(options.out, error) : error
  })
}

interface BuildWork {
  options: BuildOptions
  tools: BuildTools
  seen: SeenFolders
  configs: ConfigMemo
  program: string
  cacheFolder: string
  /** The build before was killed or failed: it may have left files that no record names. */
  wasAbandoned: boolean
}

async function buildLocked(work: BuildWork): Promise<BuiltSite> {
  const { options, tools, program, cacheFolder: folder } = work
  const { stamps } = work.seen
  const opening = tools.openReaderApp()
  // Awaited after the posts; until then its failure must not count as unhandled.
  opening.catch(() => {})
  await work.configs.save()
  const disk = tools.disk ?? openDisk(options.out)
  const manifest = await hashPublishedManifest(disk)
  const memory = await CheckedMemory.read(folder, program, Date.now())
  const { pictures, discovery } = await lookAtPictures(work.seen.discovery, memory)
  await memory.write(folder, program)
  const before = await readSiteMemo(folder, { program, manifest })
  const store = await PostStore.open(folder, program)
  const toSources = async (): Promise<SiteSources> => ({
    settings: toSettingsKey({
      options,
      readerApp: await opening,
      discovery,
      pictures: pictures.key,
    }),
    posts: store.key ?? '',
  })
  try {
    const match = store.match(discovery.files, stamps)
    if (match.isWhole && isDeepStrictEqual(before.sources, await toSources())) {
      const site = await readPublishedSite(disk, before)
      if (site !== undefined) {
        await tools.account?.(site.report)
        return site
      }
    }
    const opened = { opening, disk, before, store, match, pictures, discovery }
    const { built, memo } = await buildAnew(work, opened)
    const key = { program, manifest: (await hashPublishedManifest(disk)) ?? '' }
    await writeSiteMemo(folder, { ...memo, sources: await toSources() }, key)
    return built
  } finally {
    await store.close()
  }
}

/** What is opened when something has to be built. */
interface OpenedWork {
  opening: Promise<ReaderApp>
  disk: Disk
  before: SiteMemo
  store: PostStore
  match: SourceMatch
  pictures: LocalPictures
  discovery: Discovery
}

async function buildAnew(
  { options, tools, seen, program, cacheFolder, wasAbandoned }: BuildWork,
  { opening, disk, before, store, match, pictures, discovery }: OpenedWork,
): Promise<{ built: BuiltSite; memo: SiteMemo }> {
  // Loaded only here: all this takes longer than finding out that nothing changed.
  const { readArchive } = await import('#builder/archive/read-archive.ts')
  const { stamps } = seen
  const { timeZone } = options
  const { progress } = tools
  // What a caller looked up stays the caller's.
  const releasesFiles = tools.look === undefined
  const keptPictures = pictures.sum
  const reading = { match, stamps, timeZone, store, progress, keptPictures, releasesFiles }
  const read = await readArchive(discovery, reading)
  const { archive, redirects } = await addRedirects(read, options)
  if (releasesFiles) discovery.files.length = 0
  await tools.account?.(archive.report)
  if (archive.posts.length === 0) throw nothingToBuild(archive.report)
  const { planSite } = await import('#builder/site/plan/site-plan.ts')
  const plan = planSite(archive, { options, redirects, readerApp: await opening })
  const record = await readGenerations(options.out)
  const { writeSite } = await import('./write-site.ts')
  const writer = new SiteWriter(disk, record, {
    sweeps: wasAbandoned,
    onPublished: tools.onPublished,
  })
  const { signal, segmentSizes: sizes } = tools
  const folder = join(cacheFolder, 'search')
  const indexing = { store, writer, progress, program, sizes, folder, signal }
  const index = await prepareIndex(plan.posts, options, indexing)
  await forgetSite(cacheFolder)
  const writing = { store, pictures, writer, progress, before, index }
  const { manifest, size, memo } = await writeSite(plan, writing)
  return { built: { manifest, report: archive.report, size }, memo }
}

/** Plans the pages of old addresses, where they were asked for: the report names those that get none. */
async function addRedirects(
  archive: ReadArchive,
  { legacy, base }: BuildOptions,
): Promise<{ archive: ReadArchive; redirects?: RedirectPlan }> {
  if (legacy !== 'pages') return { archive }
  const { planRedirects } = await import('#builder/outputs/addresses/plan-redirects.ts')
  const { toOldSites } = await import('#builder/outputs/addresses/old-sites.ts')
  const { withProblems } = await import('#builder/archive/report.ts')
  const { collections } = archive.discovery
  const sites = toOldSites(collections, toSiteBase(base, collections))
  const redirects = planRedirects(archive.posts, sites)
  const report = withProblems(archive.report, redirects.problems)
  return { archive: { ...archive, report }, redirects }
}

function nothingToBuild({ files }: BuildReport): BuildError {
  return new BuildError(
    `None of the ${files} files could be read as a post.`,
    'Run `broadsheet check` on the same folders to see why.',
  )
}

function isFromDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
