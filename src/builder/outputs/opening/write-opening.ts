import { toFileHash, type FileHash } from '#contract/file-names.ts'
import type { Opening } from '#contract/opening-file.ts'
import { toOpeningFile } from '#contract/opening-writer.ts'
import { parseTimelineShard, type TimelineShard } from '#contract/timeline-shard.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** Rows on the first screen of a large window; the opening holds at least as many, if the archive does. */
const screenRows = 12

/** Writes the opening; `shards` are the last ones of the timeline, oldest first, already written. */
export async function writeOpening(
  opening: Omit<Opening, 'newest'>,
  { shards, writer }: { shards: readonly FileHash[]; writer: SiteWriter },
): Promise<FileHash> {
  const newest: TimelineShard[] = []
  let rows = 0
  for (const hash of shards.toReversed()) {
    if (rows >= screenRows) break
    const shard = await readShard(hash, writer)
    newest.unshift(shard)
    rows += shard.rows.length
  }
  return writer.writeJson('opening', toOpeningFile({ ...opening, newest }))
}

/** Reads a shard of this build back from the site, because an earlier build may have written it. */
async function readShard(hash: FileHash, writer: SiteWriter): Promise<TimelineShard> {
  const bytes = await writer.read('timeline', hash)
  if (bytes === undefined || toFileHash(sha256(bytes)) !== hash) {
    throw new BuildError(
      `Timeline shard ${hash} of the site is damaged.`,
      'Delete the output folder and build again.',
    )
  }
  return parseTimelineShard(JSON.parse(Buffer.from(bytes).toString()))
}
