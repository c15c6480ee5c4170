import { rowsPerRun } from './build-run.ts'

/** Neighbouring posts, by ordinal. */
export interface RowRange {
  first: number
  rows: number
}

/** Sizes of a plan; tests take smaller ones. */
export interface SegmentSizes {
  /** Posts of a run; every segment starts at a multiple. */
  rowsPerRun: number
  /** An archive of at most this many posts has one segment. */
  rowsOfOne: number
  /** At most this many posts at the end are a segment of their own. */
  rowsOfLast: number
}

const usualSizes: SegmentSizes = { rowsPerRun, rowsOfOne: 8192, rowsOfLast: 1024 }

/**
 * Which segments an archive has: a function of its size alone, so that an archive that grew has the same as one built anew. Big
 * ones first; each holds a multiple of a thirty-second of what was left, so adding posts rewrites the small ones at the end and
 * a big one only once in a while.
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

/** Runs of a segment that starts at a multiple of `rowsPerRun`. */
export function planRuns(segment: RowRange, size = rowsPerRun): RowRange[] {
  const runs: RowRange[] = []
  const end = segment.first + segment.rows
  for (let first = segment.first; first < end; first += size) {
    runs.push({ first, rows: Math.min(size, end - first) })
  }
  return runs
}

/** The largest doubling of a run that is at most a thirty-second of the posts, at least one run. */
function toUnit(rows: number, size: number): number {
  let unit = size
  while (unit * 2 <= rows / 32) unit *= 2
  return unit
}
