import { isDeepStrictEqual } from 'node:util'
import { sumsPath } from '#contract/sums-file.ts'
import {
  makeEmptyMemo,
  readSiteMemo,
  writeSiteMemo,
  type SiteMemo,
  type SiteSources,
} from '#builder/site/memo/site-memo.ts'
import { toHexSum } from '#builder/site/sums/file-hash.ts'
import { readLists } from '#builder/site/sums/read-lists.ts'
import { hashPublishedManifest, readPublishedSite } from '#builder/site/write/published-site.ts'
import type { BuildResult } from './build-tools.ts'
import type { OpenBuild } from './open-build.ts'
import { toSettingsKey } from './settings-key.ts'

/** Reads the memo of the previous build; empty when another site is published. */
export async function readBuildBefore({
  cacheFolder,
  program,
  disk,
}: OpenBuild): Promise<SiteMemo> {
  return readSiteMemo(cacheFolder, { program, manifest: await hashPublishedManifest(disk) })
}

/**
 * The published site, when it was built from exactly these files and settings and is still intact; else `undefined`.
 */
export async function findUnchangedSite(
  build: OpenBuild,
  before: SiteMemo,
): Promise<BuildResult | undefined> {
  const { match, disk, tools, folderStamps } = build
  if (folderStamps === undefined) return undefined
  if (!match.isWhole || !isDeepStrictEqual(before.sources, await toSources(build))) return undefined
  // What is signed must be what the last build wrote, whoever wrote to the folder since.
  const sums = await disk.read(sumsPath)
  if (sums === undefined || toHexSum(sums) !== before.sums?.root) return undefined
  const site = await readPublishedSite(disk, before)
  if (site !== undefined) await tools.account?.(site.report)
  return site
}

/**
 * The memo, if its lists of hashes are still whole in the folder of the site; else an empty one, so that every file is
 * written anew: without a list nothing proves a file that is kept.
 */
export async function withProof(memo: SiteMemo, { disk }: OpenBuild): Promise<SiteMemo> {
  const { sums } = memo
  if (sums === undefined) return makeEmptyMemo()
  for await (const list of readLists(sums.lists, (path) => disk.read(path))) {
    if ('fault' in list) return makeEmptyMemo()
  }
  return memo
}

/** Writes the memo for the next build. */
export async function rememberSite(build: OpenBuild, memo: SiteMemo): Promise<void> {
  const { cacheFolder, program, disk } = build
  const manifest = (await hashPublishedManifest(disk)) ?? ''
  const sources = await toSources(build)
  await writeSiteMemo(cacheFolder, { ...memo, sources }, { program, manifest })
}

/** Cache keys of everything the site is built from. */
async function toSources(build: OpenBuild): Promise<SiteSources> {
  const { options, discovery, keptPictures, folderStamps = 'unknown', store } = build
  const readerApp = await build.readerApp
  const settings = toSettingsKey({
    options,
    readerApp,
    discovery,
    pictures: `${keptPictures.key} ${folderStamps}`,
  })
  return { settings, posts: store.key ?? '' }
}
