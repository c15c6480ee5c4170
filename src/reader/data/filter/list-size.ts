import type { QueryClient } from '@tanstack/react-query'
import type { ValueColumn } from '#core/column/value-column.ts'
import { countSelection, rankOf, toOrdinals, type Selection } from '#core/selection/selection.ts'
import { packBytes } from '#shape/timeline/pack.ts'
import { rowsPerShard, rowsPerStretch } from '#shape/timeline/shard.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { columnQuery } from './column-query.ts'

/** Bytes of a post in its pack whatever its length, and what a minute of reading adds: of 6,003 real posts. */
const bodyBytes = 2_300
const minuteBytes = 1_250
/** Minutes that stand for those of a band, see `length-band.ts`. */
const bandMinutes: Readonly<Record<string, number>> = {
  '0': 0,
  '1': 1,
  '2-4': 3,
  '5-9': 6.5,
  '10-19': 13,
  '20+': 32,
}

/** About how much a list is. */
export interface ListSize {
  posts: number
  /** Minutes that all of it takes to read. */
  minutes: number
  /** Shards that have its rows. */
  shards: number
  /** Bytes of the packs that have its articles, with their neighbours. */
  packBytes: number
}

/**
 * Guesses how much some posts are, by the column of their lengths alone: packs are filled as the builder fills them, with
 * articles of the size that such a length has.
 * @throws DataError when the column could not be loaded.
 */
export async function guessListSize(client: QueryClient, selection: Selection): Promise<ListSize> {
  const parts = await client.ensureQueryData(columnQuery('length'))
  const size: ListSize = { posts: 0, minutes: 0, shards: 0, packBytes: 0 }
  const list = { selection, ordinals: toOrdinals(selection) }
  for (const part of parts) await workBudget.run(addPart(size, part, list))
  // In an archive without lengths.
  const others = countSelection(selection) - size.posts
  size.posts += others
  size.packBytes += others * bodyBytes
  return size
}

function* addPart(
  size: ListSize,
  part: ValueColumn,
  { selection, ordinals }: { selection: Selection; ordinals: Uint32Array },
): Generator<undefined> {
  const { start, listOf } = part
  const minutes = listMinutes(part)
  const end = rankOf(selection, start + listOf.length)
  let at = rankOf(selection, start)
  let shard = -1
  while (at < end) {
    const first = Math.floor((ordinals[at] ?? 0) / rowsPerStretch) * rowsPerStretch
    let filled = 0
    let isWanted = false
    const close = () => {
      if (isWanted) size.packBytes += filled
      filled = 0
      isWanted = false
    }
    const last = Math.min(first + rowsPerStretch, start + listOf.length)
    for (let ordinal = first; ordinal < last; ordinal++) {
      const own = minutes[listOf[ordinal - start] ?? 0] ?? 0
      const bytes = bodyBytes + own * minuteBytes
      if (filled + bytes > packBytes) close()
      filled += bytes
      if (ordinals[at] !== ordinal || at >= end) continue
      at++
      isWanted = true
      size.posts++
      size.minutes += own
      const number = Math.floor(ordinal / rowsPerShard)
      if (number !== shard) size.shards++
      shard = number
    }
    close()
    yield
  }
}

/** Minutes of the posts that share a list of values: they have one length, or none. */
function listMinutes({ starts, members, values }: ValueColumn): number[] {
  return Array.from(starts.subarray(0, -1), (start, list) => {
    const isEmpty = start === starts[list + 1]
    return isEmpty ? 0 : (bandMinutes[values[members[start] ?? 0] ?? ''] ?? 0)
  })
}
