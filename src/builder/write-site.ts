import { toCalendarFile } from '#contract/calendar-file.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { BodySpool } from './ingest/body-spool.ts'
import { makePageVisitor } from './prerender/page-visitor.ts'
import type { Progress } from './progress.ts'
import { buildCalendar } from './shape/calendar.ts'
import { buildManifest, type WrittenFiles } from './shape/manifest.ts'
import type { SitePlan } from './site-plan.ts'
import type { SiteWriter } from './write/site-writer.ts'
import { writeFacets, writeSuperseded } from './write/write-facets.ts'
import { writeReaderFiles, writeShell } from './write/write-shell.ts'
import { writeTimeline, type PostVisitor } from './write/write-timeline.ts'

interface SiteTools {
  spool: BodySpool
  writer: SiteWriter
  progress: Progress
}

/**
 * Writes a site. Until the manifest is replaced, last of all, readers see the build before: every other file either has
 * a new name or, like a page, stands for itself.
 */
export async function writeSite(plan: SitePlan, tools: SiteTools): Promise<Manifest> {
  const { writer, spool, progress } = tools
  progress.start('Writing the site', plan.posts.length)
  await writer.begin()
  await writeReaderFiles(plan.readerApp, writer)
  const visit = await makeVisitor(plan, tools)
  const timeline = await writeTimeline(plan.posts, { writer, spool, visit })
  const lists = await writeLists(plan, writer)
  await writeShell(plan, writer)
  const manifest = buildManifest({
    title: plan.title,
    timeZone: plan.options.timeZone,
    collections: plan.discovery.collections,
    posts: plan.posts,
    report: plan.report,
    files: { ...lists, timeline },
    shellFingerprint: plan.shellFingerprint,
  })
  await writer.publish(manifest)
  progress.end()
  return manifest
}

async function makeVisitor(
  { shell, title, place, options, language, facets, posts }: SitePlan,
  { writer, progress }: SiteTools,
): Promise<PostVisitor> {
  const setting = {
    shell,
    siteTitle: title,
    base: place.base,
    timeZone: options.timeZone,
    locale: language,
    twinFacets: facets.some(({ isTwin }) => isTwin),
  }
  const visit = await makePageVisitor(setting, {
    writer,
    pages: options.pages,
    posts: posts.length,
  })
  return async (post, ordinal) => {
    await visit(post, ordinal)
    progress.step()
  }
}

async function writeLists(
  { posts, options, report, facets }: SitePlan,
  writer: SiteWriter,
): Promise<Omit<WrittenFiles, 'timeline'>> {
  const rows = posts.map(({ draft }) => draft.row)
  const superseded = posts.flatMap(({ supersededBy }, ordinal) =>
    supersededBy === undefined ? [] : [ordinal],
  )
  return {
    calendar: await writer.writeJson(
      'calendar',
      toCalendarFile(buildCalendar(rows, options.timeZone)),
    ),
    facets: await writeFacets(facets, writer),
    superseded: await writeSuperseded(superseded, writer),
    report: await writer.writeJson('report', report),
  }
}
