import { createHash } from 'node:crypto'
import { planRuns, planSegments, type SegmentSizes } from '#search/segment/plan-segments.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

/** Consecutive posts that are indexed in memory at once. */
export interface PlannedRun {
  /** Cache key of the run. */
  key: string
  posts: OrderedPost[]
}

/** A part of the index, merged from its runs. */
export interface PlannedSegment {
  /** Cache key of the segment. */
  key: string
  runs: PlannedRun[]
}

/** What an index depends on besides its posts. */
export interface IndexSetting {
  /** See `readProgramKey`. */
  program: string
  /** Absent = the default sizes. */
  sizes?: SegmentSizes | undefined
}

/**
 * Most bytes of records in a run of more than one post. In memory a run takes about forty times as much, with all its
 * terms. Where runs are cut makes no difference to the segment.
 */
const runBytes = 1 << 20

/** Decides which segments the index has, and from which runs they are merged. `posts` are in ordinal order. */
export function planIndex(
  posts: OrderedPost[],
  { program, sizes }: IndexSetting,
): PlannedSegment[] {
  return planSegments(posts.length, sizes).map((segment) => {
    const runs = planRuns(segment, sizes?.rowsPerRun)
      .flatMap(({ first, rows }) => cutByBytes(posts.slice(first, first + rows)))
      .map((members) => ({ key: toRunKey(members, program), posts: members }))
    return { key: toKey(runs.map(({ key }) => key)), runs }
  })
}

function cutByBytes(posts: OrderedPost[]): OrderedPost[][] {
  const parts: OrderedPost[][] = []
  let bytes = Infinity
  for (const post of posts) {
    const { rowBytes, bodyBytes } = post.cached.record
    bytes += rowBytes + bodyBytes
    const part = parts.at(-1)
    if (part === undefined || bytes > runBytes) {
      parts.push([post])
      bytes = rowBytes + bodyBytes
    } else part.push(post)
  }
  return parts
}

function toRunKey(posts: OrderedPost[], program: string): string {
  return toKey([program, ...posts.map(({ cached }) => cached.record.hash)])
}

/** Hexadecimal, because it is also a file name, and some file systems ignore case. */
function toKey(parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}
