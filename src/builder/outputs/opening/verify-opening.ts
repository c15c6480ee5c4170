import type { Manifest } from '#contract/manifest.ts'
import { parseOpening, type Opening } from '#contract/opening-file.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard, type TimelineShard } from '#contract/timeline-shard.ts'
import { countSelection } from '#core/selection/selection.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'

/** The counts of the opening are those of the manifest, and its rows are those of the newest shards. */
export async function verifyOpening(manifest: Manifest, site: BuiltSite): Promise<string[]> {
  const opening = await site.readJson('opening', manifest.opening, parseOpening)
  if (opening === undefined) return []
  return [
    ...verifyCounts(manifest, opening),
    ...(await verifyNewest(opening.newest, { manifest, site })),
  ]
}

function verifyCounts(
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

async function verifyNewest(
  newest: readonly TimelineShard[],
  { manifest: { timeline }, site }: { manifest: Manifest; site: BuiltSite },
): Promise<string[]> {
  const faults: string[] = []
  for (const copy of newest) {
    const at = copy.firstOrdinal / timeline.rowsPerShard
    const shard = Number.isInteger(at) ? await readShard(at, timeline, site) : undefined
    if (JSON.stringify(shard) !== JSON.stringify(copy)) {
      faults.push(`opening: its rows from ${copy.firstOrdinal} on differ from the timeline`)
    }
  }
  return faults
}

/** Reads the shard at an index in the timeline; `undefined` when there is none or it is damaged. */
async function readShard(
  at: number,
  { directories, tail, shardsPerDirectory }: Manifest['timeline'],
  site: BuiltSite,
): Promise<TimelineShard | undefined> {
  const directory = directories[Math.floor(at / shardsPerDirectory)]
  const shards =
    directory === undefined
      ? tail
      : (await site.readJson('directories', directory, parseShardDirectory))?.shards
  const start =
    directory === undefined
      ? directories.length * shardsPerDirectory
      : at - (at % shardsPerDirectory)
  const hash = shards?.[at - start]
  return hash && site.readJson('timeline', hash, parseTimelineShard)
}
