import type { QueryClient } from '@tanstack/react-query'
import type { Manifest } from '#contract/manifest.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePermalink, toPermalinkTitle } from '#core/permalink.ts'
import type { PostId } from '#core/post-id.ts'
import { toShardsOfDay } from './post-query.ts'
import { shardQuery } from './shard-query.ts'
import { calendarQuery, manifestQuery } from './site-queries.ts'

/**
 * Finds the post that an address of the old Jekyll site means.
 * @returns `undefined` when the address fits no collection's pattern, names no whole day, or no such post is there.
 * @throws DataError when a file on the way could not be had.
 */
export async function findPermalinkPost(
  client: QueryClient,
  path: string,
): Promise<PostId | undefined> {
  const [calendar, manifest] = await Promise.all([
    client.ensureQueryData(calendarQuery()),
    client.ensureQueryData(manifestQuery()),
  ])
  for (const { collection, day, title } of parseOldAddress(manifest.permalinks, path)) {
    for (const shard of toShardsOfDay(calendar, day, manifest.timeline.rowsPerShard)) {
      const { rows } = await client.ensureQueryData(shardQuery(shard))
      const row = findRow(rows, collection, title)
      if (row !== undefined) return row.supersededBy ?? row.id
    }
  }
  return undefined
}

/** What an address may mean by the patterns of the collections. */
export function parseOldAddress(
  permalinks: Manifest['permalinks'],
  path: string,
): { collection: string; day: string; title: string }[] {
  return permalinks.flatMap(({ collection, pattern }) => {
    const parsed = parsePermalink(pattern, path)
    return parsed?.day === undefined ? [] : [{ collection, day: parsed.day, title: parsed.title }]
  })
}

function findRow(
  rows: readonly PostSummary[],
  collection: string,
  title: string,
): PostSummary | undefined {
  return rows.find(
    (row) =>
      row.collection === collection && toPermalinkTitle(row.slug ?? row.title ?? '') === title,
  )
}

const dayPattern = /(?<!\d)(\d{4})[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01])(?!\d)/

/** A day (`YYYY-MM-DD`) that stands somewhere in an address. */
export function findDayInPath(path: string): string | undefined {
  const match = dayPattern.exec(path)
  return match === null ? undefined : match.slice(1).join('-')
}
