import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BodyPack } from '#contract/body-pack.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { dataKinds, dataPath, manifestPath } from '#contract/file-names.ts'
import type { DataKind, FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { toOpeningFile } from '#contract/opening-writer.ts'
import { toPackBytes } from '#contract/pack-file.ts'
import type { PostSummary, TimelineShard } from '#contract/timeline-shard.ts'
import { toPostId } from '#core/post/post-id.ts'
import { emptySelection } from '#core/selection/selection.ts'
import { sha256 } from '#builder/ground/sha256.ts'

/** Enough to make the list nearly twice as tall as its track, with rows beyond the first hundred thousand. */
export const tallRows = 120_000
/** Every day from this one on holds the same number of posts. */
const firstDay = Date.UTC(2010, 0, 1)
const rowsPerDay = 40
const rowsPerShard = 80

/** Title of the row at an ordinal. */
export function toTallTitle(ordinal: number): string {
  return `Post ${ordinal}`
}

/** Ordinal of the newest row of a day, `YYYY-MM-DD`. */
export function toNewestOfDay(day: string): number {
  const days = (Date.parse(`${day}T00:00:00Z`) - firstDay) / 86_400_000
  return (days + 1) * rowsPerDay - 1
}

/**
 * Writes a site of many tiny posts: the reader of a built site with generated data files. Building it from posts would
 * take minutes.
 */
export async function writeTallSite(builtSite: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  cpSync(builtSite, folder, { recursive: true })
  rmSync(join(folder, 'data'), { recursive: true })
  rmSync(join(folder, 'posts'), { recursive: true })
  for (const kind of dataKinds) mkdirSync(join(folder, 'data', kind), { recursive: true })
  const write = async (kind: DataKind, bytes: Uint8Array): Promise<FileHash> => {
    const hash = await hashDataFile(kind, bytes, sha256)
    if (hash === undefined) throw new Error(`not a file of ${kind}`)
    writeFileSync(join(folder, dataPath(kind, hash)), bytes)
    return hash
  }
  const hashes: FileHash[] = []
  for (let at = 0; at < tallRows / rowsPerShard; at++) {
    const { bodies, ...shard } = makeShard(at * rowsPerShard)
    const { firstOrdinal } = shard
    const pack = await write(
      'bodies',
      toPackBytes({ firstOrdinal, bodies: bodies.map(toJsonBytes) }),
    )
    const packs = [{ firstOrdinal, pack }]
    hashes.push(await write('timeline', toJsonBytes({ ...shard, packs } satisfies TimelineShard)))
  }
  const empty = { calendar: makeCalendar(), superseded: emptySelection, newest: [] }
  const opening = await write('opening', toJsonBytes(toOpeningFile(empty)))
  const { search: _, ...built } = parseManifest(
    JSON.parse(readFileSync(join(folder, manifestPath), 'utf8')),
  )
  const counts = { files: tallRows, posts: tallRows, copies: 0, versions: 0 }
  const manifest = {
    ...built,
    counts: { ...counts, unreadable: 0, problems: 0 },
    timeline: {
      rows: tallRows,
      rowsPerShard,
      shardsPerDirectory: hashes.length + 1,
      directories: [],
      tail: hashes,
    },
    opening,
    span: { first: toInstant(0), last: toInstant(tallRows - 1) },
    facets: [],
  }
  writeFileSync(join(folder, manifestPath), JSON.stringify(manifest))
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  writeFileSync(join(folder, 'index.html'), page.replace(built.opening, opening))
}

function toJsonBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

function makeShard(firstOrdinal: number): Omit<TimelineShard, 'packs'> & Pick<BodyPack, 'bodies'> {
  const rows = Array.from({ length: rowsPerShard }, (_, at) => makeRow(firstOrdinal + at))
  const bodies = rows.map(({ id, title }) => ({
    id,
    file: `tall/_posts/${id}.md`,
    parts: [`<p>Text of ${title}.</p>`],
  }))
  return { firstOrdinal, rows, bodies }
}

function makeRow(ordinal: number): PostSummary {
  const publishedAt = toInstant(ordinal)
  const digest = ordinal.toString(8).padStart(8, '0').replaceAll('0', 'a').replaceAll('1', 'b')
  return {
    id: toPostId(publishedAt.slice(0, 10), digest),
    title: toTallTitle(ordinal),
    publishedAt,
    tags: [],
    collection: 'tall',
    kind: 'article',
    length: { count: 3, unit: 'words' },
  }
}

function toInstant(ordinal: number): string {
  const day = Math.floor(ordinal / rowsPerDay)
  const time = firstDay + day * 86_400_000 + (ordinal % rowsPerDay) * 60_000
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function makeCalendar() {
  const days = Array.from({ length: tallRows / rowsPerDay }, (_, at) => ({
    day: new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10),
    start: at * rowsPerDay,
    end: (at + 1) * rowsPerDay,
  }))
  return { timeZone: 'UTC', days }
}
