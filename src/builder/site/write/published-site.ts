import { createHash } from 'node:crypto'
import { parseBuildReport, type BuildReport } from '#contract/build-report.ts'
import { dataPath, manifestPath } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import type { SiteMemo } from '../memo/site-memo.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import { hasFiles } from './site-writer.ts'

/** Hash of the published manifest; `undefined` when there is none. */
export async function hashPublishedManifest(disk: Disk): Promise<string | undefined> {
  const bytes = await disk.read(manifestPath)
  return bytes && createHash('sha256').update(bytes).digest('base64url')
}

/** Reads the site of a memo; `undefined` when any of its files is missing or has another size. */
export async function readPublishedSite(
  disk: Disk,
  { files, stretches, groups }: SiteMemo,
): Promise<{ manifest: Manifest; report: BuildReport } | undefined> {
  if (!(await hasFiles(disk, files))) return undefined
  for (const stretch of stretches.values()) {
    if (!(await hasFiles(disk, stretch.files))) return undefined
  }
  for (const group of groups.values()) if (!(await hasFiles(disk, group))) return undefined
  const manifest = parseManifest(await readJson(disk, manifestPath))
  const report = parseBuildReport(await readJson(disk, dataPath('report', manifest.report)))
  return { manifest, report }
}

async function readJson(disk: Disk, path: string): Promise<unknown> {
  const bytes = await disk.read(path)
  return bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString())
}
