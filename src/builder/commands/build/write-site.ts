import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { listSelection } from '#core/selection.ts'
import { writeAddresses } from '#builder/outputs/addresses/write-addresses.ts'
import { writeCard } from '#builder/outputs/card/write-card.ts'
import type { SiteSize } from '#builder/site/hosts/host-limits.ts'
import type { LocalPictures } from '#builder/archive/pictures/local-pictures.ts'
import { makePicturePlacer } from '#builder/outputs/pictures/place-pictures.ts'
import { makePageWriter } from '#builder/outputs/pages/page-writer.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type { PreparedIndex } from '#builder/outputs/search/write-search.ts'
import { buildCalendar } from '#builder/site/shape/calendar.ts'
import { buildManifest, type WrittenFiles } from '#builder/site/shape/manifest.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { SiteMemo, WrittenStretch } from '#builder/site/memo/site-memo.ts'
import { FileGroups } from '#builder/site/write/file-groups.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { writeFacets } from '#builder/outputs/facets/write-facets.ts'
import { writeForOthers } from './write-for-others.ts'
import { writeOpening } from '#builder/outputs/opening/write-opening.ts'
import { writeReaderFiles, writeShell } from '#builder/outputs/shell/write-shell.ts'
import { writeTimeline, type PageWriter } from '#builder/outputs/timeline/write-timeline.ts'

interface SiteTools {
  store: PostStore
  /** Pictures beside the posts. */
  pictures: LocalPictures
  writer: SiteWriter
  progress: Progress
  /** What the build before wrote. */
  before: SiteMemo
  /** Absent when the site gets none. */
  index: PreparedIndex | undefined
}

/** A site that was published, and what is worth remembering of it. */
export interface WrittenSite {
  manifest: Manifest
  size: SiteSize
  memo: SiteMemo
}

/**
 * Writes a site. Until the manifest is replaced, last of all, readers see the build before: every other file either has
 * a new name or, like a page, stands for itself.
 */
export async function writeSite(plan: SitePlan, tools: SiteTools): Promise<WrittenSite> {
  const { writer, progress, index } = tools
  await writer.begin()
  progress.start('Writing the site', plan.posts.length)
  const both = [Promise.resolve(index?.write()), writeFiles(plan, tools)] as const
  // Also when one of them fails: nothing may be at work in folders whose locks are given back.
  await Promise.allSettled(both)
  await writer.settle()
  const [search, { stretches, groups, ...files }] = await Promise.all(both)
  const manifest = buildManifest({
    title: plan.title,
    timeZone: plan.options.timeZone,
    collections: plan.discovery.collections,
    posts: plan.posts,
    report: plan.report,
    files: { ...files, search },
    shellFingerprint: plan.shellFingerprint,
  })
  const size = await writer.publish(manifest)
  progress.end()
  return {
    manifest,
    size,
    memo: { files: listOtherFiles(writer, { stretches, groups }), stretches, groups },
  }
}

interface SiteFiles extends Omit<WrittenFiles, 'search'>, Pick<SiteMemo, 'stretches' | 'groups'> {}

/** Writes all but the index and the manifest. */
async function writeFiles(plan: SitePlan, tools: SiteTools): Promise<SiteFiles> {
  const { writer, store, progress, before } = tools
  await writeReaderFiles(plan.readerApp, writer)
  const stretches = new Map<string, WrittenStretch>()
  const pictures = makePicturePlacer(tools.pictures, writer)
  const { newest, ...timeline } = await writeTimeline(plan.posts, {
    writer,
    store,
    pages: await makePages(plan, writer),
    pictures,
    before: before.stretches,
    onStretch: (key, stretch, posts) => {
      stretches.set(key, stretch)
      progress.step(posts)
    },
  })
  const groups = new FileGroups(writer, before.groups)
  const addresses = await writeAddresses(plan, writer)
  await writeCard(plan, { groups, writer })
  const lists = await writeLists(plan, { writer, newest })
  if (plan.redirects !== undefined) {
    const { writeRedirects } = await import('#builder/outputs/addresses/write-redirects.ts')
    await writeRedirects(plan, { writer, groups })
  }
  const feeds = await writeForOthers(plan, { writer, store, pictures, groups })
  // Loaded only here: React takes longer than finding out that nothing changed.
  const { writeBrowse } = await import('#builder/outputs/lists/write-browse.ts')
  const roots = await writeBrowse(plan, { writer, store, groups })
  await writeShell({ ...plan, opening: lists.opening, roots }, writer)
  return { ...lists, ...addresses, feeds, timeline, stretches, groups: groups.written }
}

function listOtherFiles(
  writer: SiteWriter,
  { stretches, groups }: Pick<SiteMemo, 'stretches' | 'groups'>,
): SiteMemo['files'] {
  const listed = new Set<string>()
  for (const { files } of stretches.values()) for (const [path] of files) listed.add(path)
  for (const files of groups.values()) for (const [path] of files) listed.add(path)
  return writer.listFiles().filter(([path]) => !listed.has(path))
}

function makePages(
  { shell, title, place, address, options, language, facets, posts }: SitePlan,
  writer: SiteWriter,
): Promise<PageWriter> {
  const setting = {
    shell,
    siteTitle: title,
    base: place.base,
    address,
    timeZone: options.timeZone,
    locale: language,
    twinFacets: facets.some(({ isTwin }) => isTwin),
  }
  return makePageWriter(setting, { writer, pages: options.pages, posts: posts.length })
}

async function writeLists(
  { posts, options, report, facets }: SitePlan,
  { writer, newest }: { writer: SiteWriter; newest: FileHash[] },
): Promise<Omit<WrittenFiles, 'timeline' | 'search' | 'feeds' | 'permalinks' | 'oldAddresses'>> {
  const superseded = posts.flatMap(({ supersededBy }, ordinal) =>
    supersededBy === undefined ? [] : [ordinal],
  )
  return {
    opening: await writeOpening(
      {
        calendar: buildCalendar(posts, options.timeZone),
        superseded: listSelection(Uint32Array.from(superseded)),
      },
      { shards: newest, writer },
    ),
    facets: await writeFacets(facets, writer),
    report: await writer.writeJson('report', report),
  }
}
