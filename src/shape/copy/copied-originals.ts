import { parseOriginals, postsPerOriginalsFile } from '#contract/originals-file.ts'
import type { Elsewhere } from '#contract/elsewhere-file.ts'
import type { FileHash } from '#contract/file-names.ts'
import { findCalendarDay, type Calendar } from '#core/selection/calendar.ts'
import { toUtcDay, type PostId } from '#core/post/post-id.ts'
import type { DataWriter } from '../data-writer.ts'
import type { CopiedPosts } from './copy-posts.ts'
import type { CopySource } from './copy-source.ts'

const dayMs = 86_400_000

/** Writes the originals of posts that copied ones name and that are not copied; `undefined` when there are none. */
export async function writeElsewhere(
  source: CopySource,
  { posts, calendar, files }: { posts: CopiedPosts; calendar: Calendar; files: DataWriter },
): Promise<FileHash | undefined> {
  const elsewhere = new Set(posts.named)
  for (const { id } of posts.facts) elsewhere.delete(id)
  const originals = await findOriginals(source, elsewhere, calendar)
  return originals.length === 0 ? undefined : files.writeJson('elsewhere', { originals })
}

/** The originals of some posts, by id; without those that have none, and those that the archive does not have. */
async function findOriginals(
  source: CopySource,
  ids: ReadonlySet<PostId>,
  calendar: Calendar,
): Promise<Elsewhere['originals']> {
  const { originals = [] } = source.manifest
  const numbers = new Set([...ids].flatMap((id) => listFileNumbers(calendar, toUtcDay(id))))
  const found: Elsewhere['originals'] = []
  for (const [number, file] of originals.entries()) {
    if (!numbers.has(number)) continue
    const { ids: here = [], urls } = await source.json('originals', file, parseOriginals)
    for (const [at, id] of here.entries()) {
      const url = urls[at]
      if (url !== undefined && url !== null && ids.has(id)) found.push([id, url])
    }
  }
  found.sort(([a], [b]) => (a < b ? -1 : 1))
  return found
}

/** Files that may have a post of a UTC day: the days of an archive are those of its own zone. */
function listFileNumbers(calendar: Calendar, utcDay: string | undefined): number[] {
  const numbers = new Set<number>()
  for (const day of toNearDays(utcDay)) {
    const known = findCalendarDay(calendar, day)
    if (known === undefined) continue
    const last = Math.floor((known.end - 1) / postsPerOriginalsFile)
    for (let at = Math.floor(known.start / postsPerOriginalsFile); at <= last; at++) numbers.add(at)
  }
  return [...numbers]
}

function toNearDays(day: string | undefined): (string | undefined)[] {
  if (day === undefined) return [undefined]
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) return []
  return [0, -1, 1].map((step) => new Date(time + step * dayMs).toISOString().slice(0, 10))
}
