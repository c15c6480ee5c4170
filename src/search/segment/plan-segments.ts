import { rowsPerRun } from './build-run.ts'

/** Consecutive posts, by ordinal. */
export interface RowRange {
  first: number
  rows: number
}

/** Sizes of a plan. Tests use smaller ones. */
export interface SegmentSizes {
  /** Posts in a run. Every segment starts at a multiple of it. */
  rowsPerRun: number
  /** An archive of at most this many posts gets a single segment. */
  rowsOfOne: number
  /** The last segment takes whatever is left once at most this many posts remain. */
  rowsOfLast: number
}

const usualSizes: SegmentSizes = { rowsPerRun, rowsOfOne: 8192, rowsOfLast: 1024 }

/**
 * Plans the segments of an archive. The plan depends only on its size, so that an archive that has grown gets the same
 * segments as one built from scratch. Large segments come first. Each holds a multiple of 1/32 of the remaining posts
 * (rounded to runs), so adding posts rewrites the small segments at the end and only rarely a large one.
 */
export function planSegments(rows: number, sizes: SegmentSizes = usualSizes): RowRange[] {
  const segments: RowRange[] = []
  let first = 0
  if (rows > sizes.rowsOfOne) {
    while (rows - first > sizes.rowsOfLast) {
      const rest = rows - first
      const unit = toUnit(rest, sizes.rowsPerRun)
      const taken = Math.floor(rest / unit) * unit
      segments.push({ first, rows: taken })
      first += taken
    }
  }
  if (rows > first) segments.push({ first, rows: rows - first })
  return segments
}

/** Plans the runs of a segment, which must start at a multiple of `rowsPerRun`. */
export function planRuns(segment: RowRange, size = rowsPerRun): RowRange[] {
  const runs: RowRange[] = []
  const end = segment.first + segment.rows
  for (let first = segment.first; first < end; first += size) {
    runs.push({ first, rows: Math.min(size, end - first) })
  }
  return runs
}

/** The largest run size times a power of two that is at most 1/32 of the posts; at least one run. */
function toUnit(rows: number, size: number): number {
  let unit = size
  while (unit * 2 <= rows / 32) unit *= 2
  return unit
}
