import { manifestPath } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { toOpeningFile } from '#contract/opening-writer.ts'
import { countSelection } from '#core/selection/selection.ts'
import { countArchive } from '../count-archive.ts'
import { writeFacets } from '../facets/write-facets.ts'
import { findLongest } from '../long-reads.ts'
import type { WholePost } from './archive-posts.ts'
import { copyClocks } from './copied-clocks.ts'
import { copyFacets } from './copied-facets.ts'
import { copyCalendar, copySuperseded } from './copied-opening.ts'
import { writeElsewhere } from './copied-originals.ts'
import { CopyFiles, type TakeFile } from './copy-files.ts'
import { toCopyManifest } from './copy-manifest.ts'
import { copyPictures, copyReport, copyTopics, writeDirectories } from './copy-others.ts'
import { copyPosts } from './copy-posts.ts'
import type { CopyOptions, CopySource } from './copy-source.ts'
import { listCounted, listReads } from './post-facts.ts'

/** Where a copy goes. */
export interface CopySink {
  take: TakeFile
  /** Told of each post, the newest first. */
  list: (post: WholePost) => void
}

/**
 * Makes an archive of some posts of a site: their rows and articles as they are, numbered anew, and everything around
 * them made anew from the site's files. The same posts of the same build give the same files. Of what only the whole
 * archive can tell, terms of months stay where all of its posts are copied; old addresses and the index do not.
 * @returns the manifest of the copy.
 * @throws ContractError when the site contradicts itself, or as its files and `rest` do.
 */
export async function copyArchive(
  source: CopySource,
  options: CopyOptions,
  { take, list }: CopySink,
): Promise<Manifest> {
  const { ordinals, rest } = options
  const opening = await source.json('opening', source.manifest.opening, parseOpening)
  const superseded = copySuperseded(opening, ordinals)
  const versions = countSelection(superseded)
  const files = new CopyFiles(take)
  const posts = await copyPosts(source, options, { files, list })
  const index = await copyFacets(source, { ordinals, superseded, rest })
  const facets = await writeFacets(index, { rows: ordinals.length, writer: files })
  const calendar = copyCalendar(opening.calendar, ordinals)
  const longReads = findLongest(listReads(posts.facts))
  const isWhole = ordinals.length === source.manifest.timeline.rows
  const { report, problems } = await copyReport(source, { facts: posts.facts, versions, files })
  const written = {
    opening: await files.writeJson(
      'opening',
      toOpeningFile({
        calendar,
        superseded,
        newest: posts.newest,
        longReads: longReads.length === 0 ? undefined : longReads,
        topics: isWhole ? opening.topics : undefined,
      }),
    ),
    clocks: await copyClocks(source, ordinals, files),
    facets,
    statistics: await files.writeJson(
      'statistics',
      countArchive(listCounted(posts.facts, index), calendar, facets),
    ),
    report,
    timeline: await writeDirectories(posts.shards, files),
    elsewhere: await writeElsewhere(source, { posts, calendar: opening.calendar, files }),
    topics: isWhole ? await copyTopics(source, files) : undefined,
  }
  await copyPictures(source, posts.pictures, { take, rest })
  const { list: view } = options
  const manifest = await toCopyManifest(source.manifest, {
    view,
    facts: posts.facts,
    versions,
    problems,
    written,
  })
  const bytes = new TextEncoder().encode(JSON.stringify(manifest))
  await take('first', { path: manifestPath, bytes, bodies: 0 })
  return manifest
}
