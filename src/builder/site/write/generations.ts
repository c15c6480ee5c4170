import * as v from 'valibot'
import { isRedirectPath } from './redirect-path.ts'

/** Name of the file that marks a folder as a site of ours and says which files in it are ours. */
export const markerPath = '.broadsheet.json'

// What stands in the record is deleted one day: only relative paths of the shape we write are believed.
const ownPathPattern = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._/-]{1,180}$/
const ownPath = v.pipe(v.string(), v.check(isOwnPath))

const recordShape = v.object({
  /** Builds, newest first, at most two: a page opened before the last build still finds its files. */
  generations: v.array(v.object({ buildId: v.string(), files: v.array(ownPath) })),
})

/** Files that the last builds wrote. */
export type GenerationRecord = v.InferOutput<typeof recordShape>

/** Reads the marker's text; `undefined` when it is not one of ours. */
export function parseGenerations(text: string): GenerationRecord | undefined {
  try {
    const result = v.safeParse(recordShape, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

/** The record after a build: the new build, then the one before it; building the same again changes nothing. */
export function withGeneration(
  record: GenerationRecord,
  build: { buildId: string; files: string[] },
): GenerationRecord {
  const before = record.generations.find(({ buildId }) => buildId !== build.buildId)
  return { generations: before === undefined ? [build] : [build, before] }
}

/**
 * The record without builds that were killed or failed before they were published: all that stand before the one whose
 * manifest lies in the folder.
 */
export function toPublished(
  { generations }: GenerationRecord,
  manifest: Uint8Array | undefined,
): GenerationRecord {
  const buildId = manifest === undefined ? undefined : readBuildId(manifest)
  const at = generations.findIndex((generation) => generation.buildId === buildId)
  return { generations: at < 0 ? [] : generations.slice(at) }
}

/** Whether a path may be one that this program writes. */
export function isOwnPath(path: string): boolean {
  // Pages of old addresses have names of the old site's making: those that `toRedirectPath` gives.
  return ownPathPattern.test(path) || (path.endsWith('.html') && isRedirectPath(path))
}

/** The build of a manifest, also of another version; `undefined` when it does not say. */
export function readBuildId(manifest: Uint8Array): string | undefined {
  try {
    const result = v.safeParse(
      v.object({ buildId: v.string() }),
      JSON.parse(Buffer.from(manifest).toString()),
    )
    return result.success ? result.output.buildId : undefined
  } catch {
    return undefined
  }
}

/**
 * Files of the old record that the new one has no use for. Immutable ones (`data/`, `assets/`) stay while either
 * build lists them; all others go as soon as the newest build does not write them: a post that was taken out has no page.
 */
export function toObsoleteFiles(before: GenerationRecord, after: GenerationRecord): string[] {
  const needed = new Set(after.generations[0]?.files)
  for (const path of after.generations[1]?.files ?? []) {
    if (isImmutable(path)) needed.add(path)
  }
  const listed = new Set(before.generations.flatMap(({ files }) => files))
  return [...listed].filter((path) => !needed.has(path))
}

/** Whether a file never changes under its name: all data files, and assets that carry a hash. */
export function isImmutable(path: string): boolean {
  return path.startsWith('data/') || /^assets\/.*-[\w-]{8}\.\w+$/.test(path)
}
