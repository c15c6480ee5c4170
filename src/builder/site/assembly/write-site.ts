import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type { SiteMemo } from '../memo/site-memo.ts'
import type { SitePlan } from '../plan/site-plan.ts'
import { buildManifest, type WrittenFiles } from '../shape/manifest.ts'
import { FileGroups } from '../write/file-groups.ts'
import type { SiteSize } from '../write/site-size.ts'
import type { SiteWriter } from '../write/site-writer.ts'
import type { PlannedOutput, WriteTools } from './output.ts'
import { WrittenParts } from './site-parts.ts'

interface SiteTools {
  store: PostStore
  writer: SiteWriter
  progress: Progress
  /** The report on all source files, with the problems of all outputs. */
  report: BuildReport
  /** What the previous build wrote. */
  before: SiteMemo
}

/** A published site, and the memo for the next build. */
export interface WrittenSite {
  manifest: Manifest
  size: SiteSize
  memo: SiteMemo
}

/**
 * Writes a site. Readers see the previous build until the manifest is replaced, last of all: every other file has a new
 * name or, like a page, is complete by itself.
 */
export async function writeSite(
  plan: SitePlan,
  outputs: readonly PlannedOutput[],
  { before, ...site }: SiteTools,
): Promise<WrittenSite> {
  const { writer, progress, report } = site
  const groups = new FileGroups(writer, before.groups)
  const parts = new WrittenParts()
  const tools: WriteTools = { ...site, groups, parts, stretches: before.stretches }
  await writer.begin()
  progress.start('Writing the site', plan.posts.length)
  await writeAll(outputs, tools)
  const manifest = buildManifest({
    title: plan.title,
    address: plan.address,
    canonical: plan.options.canonical === 'original' ? 'original' : undefined,
    quietAddresses: plan.options.quietAddresses === true ? true : undefined,
    archive: plan.options.signer?.archive,
    mirrors: plan.place.mirrors,
    timeZone: plan.options.timeZone,
    collections: plan.discovery.collections,
    posts: plan.posts,
    report,
    files: toManifestFiles(parts),
    shellFingerprint: plan.shellFingerprint,
  })
  const { size, sums } = await writer.publish(manifest)
  progress.end()
  const { stretches } = parts.get('timeline')
  const written = { stretches, groups: groups.written }
  return { manifest, size, memo: { sums, files: listOtherFiles(writer, written), ...written } }
}

async function writeAll(outputs: readonly PlannedOutput[], tools: WriteTools): Promise<void> {
  const { parts, writer } = tools
  const write = async (output: PlannedOutput) => parts.add(await output.write(tools))
  const inOrder = async () => {
    for (const output of outputs) {
      if (!isIndependent(output) && output.isLast !== true) await write(output)
    }
  }
  const all = [...outputs.filter(isIndependent).map(write), inOrder()]
  // Also when one fails: nothing may still write to the folders after their locks are released.
  await Promise.allSettled(all)
  await writer.settle()
  await Promise.all(all)
  for (const output of outputs) if (output.isLast === true) await write(output)
  await writer.settle()
}

function isIndependent(output: PlannedOutput): boolean {
  return output.isIndependent === true
}

function toManifestFiles(parts: WrittenParts): WrittenFiles {
  const { directories, tail } = parts.get('timeline')
  return {
    timeline: { directories, tail },
    opening: parts.get('opening'),
    clocks: parts.find('clocks'),
    originals: parts.get('originals'),
    topics: parts.find('topics'),
    facets: parts.get('facets'),
    statistics: parts.get('statistics').file,
    report: parts.get('report'),
    offline: parts.find('offline'),
    permalinks: parts.get('permalinks'),
    oldAddresses: parts.find('oldAddresses'),
    search: parts.find('search'),
    feeds: parts.find('feeds'),
  }
}

/** Files that belong to no stretch and no group. */
function listOtherFiles(
  writer: SiteWriter,
  { stretches, groups }: Pick<SiteMemo, 'stretches' | 'groups'>,
): SiteMemo['files'] {
  const listed = new Set<string>()
  for (const { files } of stretches.values()) for (const [path] of files) listed.add(path)
  for (const files of groups.values()) for (const [path] of files) listed.add(path)
  // The signature changes with its date when nothing else does.
  listed.add(signaturePath)
  return writer.listFiles().filter(([path]) => !listed.has(path))
}
