import { parseBodyPack } from '#contract/body-pack.ts'
import { parseBuildReport, type BuildReport } from '#contract/build-report.ts'
import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOpening, type Opening } from '#contract/opening-file.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard, type TimelineShard } from '#contract/timeline-shard.ts'
import {
  countSelection,
  emptySelection,
  subtractSelection,
  type Selection,
} from '#core/selection.ts'
import type { VerifiedReader } from '#builder/site/verify/verified-reader.ts'
import { verifyAddresses } from './verify-addresses.ts'

/** Reads everything a manifest leads to and says where it does not agree with itself; the reader notes broken files. */
export async function verifyData(manifest: Manifest, reader: VerifiedReader): Promise<string[]> {
  const opening = await reader.json('opening', manifest.opening, parseOpening)
  const { superseded = emptySelection, newest = [] } = opening ?? {}
  return [
    ...(await verifyTimeline(manifest, { reader, newest })),
    ...(opening === undefined ? [] : verifyOpening(manifest, opening)),
    ...(await verifyFacets(manifest, { reader, superseded })),
    ...(await verifyAddresses(manifest, reader)),
    ...(await verifyReport(manifest, reader)),
  ]
}

async function verifyTimeline(
  manifest: Manifest,
  { reader, newest }: { reader: VerifiedReader; newest: readonly TimelineShard[] },
): Promise<string[]> {
  const { timeline, counts } = manifest
  const shards: FileHash[] = []
  for (const hash of timeline.directories) {
    const directory = await reader.json('directories', hash, parseShardDirectory)
    shards.push(...(directory?.shards ?? []))
  }
  shards.push(...timeline.tail)
  const pictures = new Set<PictureFile>()
  const faults = expectCount('manifest: rows', timeline.rows, counts.posts + counts.versions)
  const needed = Math.ceil(timeline.rows / timeline.rowsPerShard)
  faults.push(...expectCount('manifest: timeline shards', shards.length, needed))
  let rows = 0
  // What is left in the end is no copy of any shard.
  const copies = new Map(newest.map((copy) => [copy.firstOrdinal, JSON.stringify(copy)]))
  for (const [at, hash] of shards.entries()) {
    const shard = await reader.json('timeline', hash, parseTimelineShard)
    if (shard === undefined) continue
    rows += shard.rows.length
    const first = at * timeline.rowsPerShard
    faults.push(...expectCount(`timeline shard ${hash}: first ordinal`, shard.firstOrdinal, first))
    for (const { leadImage } of shard.rows) if (leadImage?.file) pictures.add(leadImage.file)
    faults.push(...(await verifyPacks(shard, { reader, pictures })))
    if (copies.get(first) === JSON.stringify(shard)) copies.delete(first)
  }
  for (const file of pictures) await reader.picture(file)
  for (const first of copies.keys()) {
    faults.push(`opening: its rows from ${first} on are not those of the timeline`)
  }
  return [...faults, ...expectCount('timeline: rows', rows, timeline.rows)]
}

/** Also collects the pictures that the bodies name. */
async function verifyPacks(
  shard: TimelineShard,
  { reader, pictures }: { reader: VerifiedReader; pictures: Set<PictureFile> },
): Promise<string[]> {
  const faults: string[] = []
  const ids = new Map<number, string>()
  for (const { firstOrdinal, pack: hash } of shard.packs) {
    const pack = await reader.json('bodies', hash, parseBodyPack)
    if (pack === undefined) return faults
    faults.push(...expectCount(`body pack ${hash}: first ordinal`, pack.firstOrdinal, firstOrdinal))
    for (const [at, { id, localPictures = [] }] of pack.bodies.entries()) {
      ids.set(firstOrdinal + at, id)
      for (const { file } of localPictures) pictures.add(file)
    }
  }
  if (shard.rows.some(({ id }, at) => ids.get(shard.firstOrdinal + at) !== id)) {
    faults.push(`timeline shard at ${shard.firstOrdinal}: its packs hold other posts than its rows`)
  }
  return faults
}

function verifyOpening(
  { timeline, counts }: Manifest,
  { calendar, superseded, newest }: Opening,
): string[] {
  return [
    ...expectCount('calendar: rows', calendar.days.at(-1)?.end ?? 0, timeline.rows),
    ...expectCount('manifest: older versions', countSelection(superseded), counts.versions),
    ...expectCount(
      'opening: rows after its newest ones',
      timeline.rows - toEnd(newest.at(-1)),
      newest.length === 0 ? timeline.rows : 0,
    ),
  ]
}

function toEnd(shard: TimelineShard | undefined): number {
  return shard === undefined ? 0 : shard.firstOrdinal + shard.rows.length
}

async function verifyFacets(
  { facets }: Manifest,
  { reader, superseded }: { reader: VerifiedReader; superseded: Selection },
): Promise<string[]> {
  const faults: string[] = []
  const bundles = new Map<FileHash, Uint8Array | undefined>()
  for (const { facet, dictionary: hash, values } of facets) {
    const dictionary = await reader.json('facets', hash, parseFacetDictionary)
    if (dictionary === undefined) continue
    faults.push(...expectCount(`${facet}: values`, dictionary.values.length, values))
    for (const { value, count, selection } of dictionary.values) {
      if (!bundles.has(selection.file)) {
        bundles.set(selection.file, await reader.bytes('selections', selection.file))
      }
      const part = bundles
        .get(selection.file)
        ?.subarray(selection.start, selection.start + selection.bytes)
      if (part === undefined) continue
      const visible = subtractSelection(parseSelectionBytes(part), superseded)
      faults.push(...expectCount(`${facet} "${value}": posts`, countSelection(visible), count))
    }
  }
  return faults
}

async function verifyReport(
  { report: hash, counts }: Manifest,
  reader: VerifiedReader,
): Promise<string[]> {
  const report = await reader.json('report', hash, parseBuildReport)
  if (report === undefined) return []
  const { files, posts, copies, versions, unreadable, problems } = report
  return [
    ...expectCount('report: files', posts + copies + versions + unreadable, files),
    ...expectCount('report: older versions', sumTies(report) ?? versions, versions),
    ...expectCount('manifest: files', counts.files, files),
    ...expectCount('manifest: posts', counts.posts, posts),
    ...expectCount('manifest: problems', counts.problems, problems.length),
  ]
}

function expectCount(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${what}: found ${found}, expected ${expected}`]
}

function sumTies({ versionsBy }: BuildReport): number | undefined {
  return versionsBy && versionsBy.name + versionsBy.address + versionsBy.text
}
