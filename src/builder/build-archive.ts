import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import { BuildError } from './build-error.ts'
import type { BuildOptions } from './build-options.ts'
import { BodySpool } from './ingest/body-spool.ts'
import type { Progress } from './progress.ts'
import { discoverPosts } from './read/discover-posts.ts'
import { readArchive } from './read-archive.ts'
import type { ReaderApp } from './reader-app.ts'
import { planSite } from './site-plan.ts'
import { openDisk, type Disk } from './write/disk.ts'
import { openOutputFolder, toUnwritable } from './write/output-folder.ts'
import { SiteWriter } from './write/site-writer.ts'
import { writeSite } from './write-site.ts'

/** What a build works with; tests put their own in place. */
export interface BuildTools {
  /** Gives the built reader; asked for once the input is known to be good, while the posts are being read. */
  openReaderApp: () => Promise<ReaderApp>
  progress: Progress
  /** Is given the account of all files as soon as they are read, also when nothing can be built of them. */
  account?: ((report: BuildReport) => Promise<void>) | undefined
  /** The site's folder; the real one when absent. */
  disk?: Disk | undefined
}

/**
 * Reads folders of posts and writes the site.
 * @throws BuildError when nothing can be built; the site that was there before is whole then.
 */
export async function buildArchive(
  options: BuildOptions,
  tools: BuildTools,
): Promise<{ manifest: Manifest; report: BuildReport }> {
  const discovery = await discoverPosts(options.folders)
  const before = await openOutputFolder(options.out, options.folders)
  const opening = tools.openReaderApp()
  // Awaited after the posts; until then its failure must not count as unhandled.
  opening.catch(() => {})
  const { progress, disk = openDisk(options.out) } = tools
  const spool = await BodySpool.open()
  try {
    const archive = await readArchive(discovery, { timeZone: options.timeZone, spool, progress })
    await tools.account?.(archive.report)
    if (archive.posts.length === 0) throw nothingToBuild(archive.report)
    const plan = planSite(archive, { options, readerApp: await opening })
    const writer = new SiteWriter(disk, before)
    const manifest = await writeSite(plan, { spool, writer, progress })
    return { manifest, report: archive.report }
  } catch (error) {
    throw isFromDisk(error) ? toUnwritable(options.out, error) : error
  } finally {
    await spool.close()
  }
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
