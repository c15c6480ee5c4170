import { hash } from 'node:crypto'
import * as v from 'valibot'
import { readBuildId } from '#contract/build-id.ts'
import { fileHash } from '#contract/shapes.ts'
import { isRedirectPath } from './redirect-path.ts'

/** Name of the marker file, which identifies a folder as a site of ours and lists our files in it. */
export const markerPath = '.broadsheet.json'

// Files in the record get deleted some day, so it may contain only relative paths of the form we write.
const ownPathPattern = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._/-]{1,180}$/
const ownPath = v.pipe(v.string(), v.check(isOwnPath))

const generationShape = v.object({
  buildId: v.string(),
  files: v.array(ownPath),
  /** The list of the lists with the hashes of all files. Absent where none is known: names may have had another form. */
  lists: v.fallback(v.optional(fileHash), undefined),
  /** SHA-256 of `SHA256SUMS` in hexadecimal digits. */
  sums: v.optional(v.string()),
})

const recordShape = v.object({
  /** The last two builds at most, newest first: a page opened before the last build still finds its files. */
  generations: v.array(generationShape),
})

/** Files that one build wrote. */
export type Generation = v.InferOutput<typeof generationShape>

/** Files that the last builds wrote. */
export type GenerationRecord = v.InferOutput<typeof recordShape>

/** Parses the text of a marker; `undefined` when it is not one of ours. */
export function parseGenerations(text: string): GenerationRecord | undefined {
  try {
    const result = v.safeParse(recordShape, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

/** The text of a marker. It ends with its own hash, by which `check` notices a changed byte. */
export function toMarkerText({ generations }: GenerationRecord): string {
  const inOrder = generations.map(({ buildId, lists, sums, files }) => ({
    buildId,
    lists,
    sums,
    files,
  }))
  const json = JSON.stringify({ generations: inOrder })
  return `${json.slice(0, -1)},"sha256":"${hash('sha256', json)}"}`
}

/** The newest build of a record that is another one than this. */
export function findEarlier(
  { generations }: GenerationRecord,
  than: string,
): Generation | undefined {
  return generations.find(({ buildId }) => buildId !== than)
}

/** The record after a build: the new build, then the previous one. A repeated build changes nothing. */
export function withGeneration(record: GenerationRecord, build: Generation): GenerationRecord {
  const before = findEarlier(record, build.buildId)
  return { generations: before === undefined ? [build] : [build, before] }
}

/**
 * The record without builds that were killed or failed before they were published: all those newer than the one whose
 * manifest is in the folder.
 */
export function withoutUnpublished(
  { generations }: GenerationRecord,
  manifest: Uint8Array | undefined,
): GenerationRecord {
  const buildId = manifest === undefined ? undefined : readBuildId(manifest)
  const at = generations.findIndex((generation) => generation.buildId === buildId)
  return { generations: at < 0 ? [] : generations.slice(at) }
}

/** Whether this program could have written a path. */
export function isOwnPath(path: string): boolean {
  // Pages of old addresses have the names of the old site, as `toRedirectPath` makes them.
  return ownPathPattern.test(path) || (path.endsWith('.html') && isRedirectPath(path))
}

/** Paths of the files that the newest build of a marker wrote; `undefined` when it is not one of ours. */
export function listCurrentFiles(text: string): readonly string[] | undefined {
  return parseGenerations(text)?.generations[0]?.files
}

/**
 * Files of the old record that are obsolete in the new one. Immutable files (`data/`, `assets/`) stay while either
 * build lists them; all others go as soon as the newest build does not write them: a removed post has no page.
 */
export function toObsoleteFiles(before: GenerationRecord, after: GenerationRecord): string[] {
  const needed = new Set(after.generations[0]?.files)
  for (const path of after.generations[1]?.files ?? []) {
    if (isImmutable(path)) needed.add(path)
  }
  const listed = new Set(before.generations.flatMap(({ files }) => files))
  return [...listed].filter((path) => !needed.has(path))
}

/** Whether a file never changes under its name: all data files, and assets with a hash in the name. */
export function isImmutable(path: string): boolean {
  return path.startsWith('data/') || /^assets\/.*-[\w-]{8}\.\w+$/.test(path)
}
