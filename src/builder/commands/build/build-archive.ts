import type { BuildReport } from '#contract/build-report.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { folderMemoryName } from '#builder/archive/pictures/checked-memory.ts'
import type { ReadArchive } from '#builder/archive/read-archive.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { SourceFiles } from '#builder/read/post/source-files.ts'
import { forgetSite, type SiteMemo } from '#builder/site/memo/site-memo.ts'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import { readSignedBefore } from '#builder/site/signing/signed-before.ts'
import { readGenerations } from '#builder/site/write/output-folder.ts'
import { SiteWriter } from '#builder/site/write/site-writer.ts'
import { findUnchangedSite, readBuildBefore, rememberSite, withProof } from './build-before.ts'
import type { BuildResult, BuildTools } from './build-tools.ts'
import { openBuild, type OpenBuild } from './open-build.ts'

/**
 * Reads folders of posts and writes the site. Reuses what has not changed since the previous build.
 * @throws BuildError when the site cannot be built; the published site stays intact.
 */
export async function buildArchive(options: BuildOptions, tools: BuildTools): Promise<BuildResult> {
  return openBuild(options, tools, async (build) => {
    const before = await readBuildBefore(build)
    const published = await findUnchangedSite(build, before)
    if (published !== undefined) {
      await signAgain(build, before.sums)
      return published
    }
    await expectNext(build)
    const sources = await openSources(build)
    const archive = await read(build)
    const { result, memo } = await write(build, {
      archive,
      sources,
      before: await withProof(before, build),
    })
    await rememberSite(build, memo)
    return result
  })
}

/**
 * Signs a site in which nothing changed, with today's date: its readers learn that it is still the newest. That its
 * `SHA256SUMS` is the one that was built is known already.
 */
async function signAgain({ disk, options }: OpenBuild, known: SiteMemo['sums']): Promise<void> {
  const sums = await disk.read(sumsPath)
  if (options.signer === undefined || sums === undefined) return
  const build = { before: await readSignedBefore(disk), keeps: known?.keeps }
  await disk.write(signaturePath, await options.signer.sign(sums, build))
}

/** Remembers where the source files lie, before their list is released; `undefined` when the site is to hold none. */
async function openSources({ options, discovery }: OpenBuild): Promise<SourceFiles | undefined> {
  if (options.sources !== 'keep') return undefined
  const { SourceFiles } = await import('#builder/read/post/source-files.ts')
  return new SourceFiles(discovery.files)
}

/** @throws BuildError when no signed build can follow the one in the folder. */
async function expectNext({ disk, options }: OpenBuild): Promise<void> {
  const before = options.signer && (await disk.read(signaturePath))
  if (before !== undefined) options.signer?.expectNext(before)
}

/** Reads files into posts, in order. */
async function read(build: OpenBuild): Promise<ReadArchive> {
  // Imported lazily: loading it takes longer than finding out that nothing changed.
  const { readArchive } = await import('#builder/archive/read-archive.ts')
  const { options, tools, store, stamps, match, discovery } = build
  // A list that the caller provided still belongs to the caller.
  const releasesFiles = tools.look === undefined
  const archive = await readArchive(discovery, {
    match,
    stamps,
    store,
    timeZone: options.timeZone,
    progress: tools.progress,
    keptPictures: build.keptPictures,
    folderMemory: build.folderMemory,
    releasesFiles,
  })
  const { cacheFolder: cache, program, folderMemory } = build
  await folderMemory.write({ cache, program, name: folderMemoryName })
  if (releasesFiles) discovery.files.length = 0
  if (archive.posts.length > 0) return archive
  await tools.account?.(archive.report)
  throw nothingToBuild(archive.report)
}

/** Turns posts into a published site: plan, prepare, write. */
async function write(
  build: OpenBuild,
  {
    archive,
    sources,
    before,
  }: { archive: ReadArchive; sources: SourceFiles | undefined; before: SiteMemo },
): Promise<{ result: BuildResult; memo: SiteMemo }> {
  const { planSite } = await import('#builder/site/plan/site-plan.ts')
  const { planOutputs } = await import('#builder/outputs/outputs.ts')
  const { writeSite } = await import('#builder/site/assembly/write-site.ts')
  const { withProblems } = await import('#builder/archive/report.ts')
  const { options, tools, keptPictures, disk, cacheFolder } = build
  const readerApp = await build.readerApp
  const plan = planSite(archive, { options, keptPictures, sources, readerApp })
  const outputs = planOutputs(plan)
  const report = withProblems(
    archive.report,
    outputs.flatMap(({ problems = [] }) => problems),
  )
  await tools.account?.(report)
  const writer = new SiteWriter(disk, await readGenerations(options.out), {
    sweeps: build.wasAbandoned,
    known: before.sums,
    onPublished: tools.onPublished,
    signer: options.signer,
  })
  const preparing = { ...tools, ...build, writer }
  for (const output of outputs) await output.prepare?.(preparing)
  await forgetSite(cacheFolder)
  const { store } = build
  const { progress } = tools
  const { memo, ...site } = await writeSite(plan, outputs, {
    store,
    writer,
    progress,
    report,
    before,
  })
  return { result: { ...site, report }, memo }
}

function nothingToBuild({ files }: BuildReport): BuildError {
  return new BuildError(
    `None of the ${files} files could be read as a post.`,
    'Run `broadsheet check` on the same folders to see why.',
  )
}
