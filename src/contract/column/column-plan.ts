import type { ColumnSpan } from './column-place.ts'

/** An archive of so many ordinals has columns of one file: they are small, and one request is better than two. */
const rowsInOneFile = 16_384

/**
 * Splits a column into parts. The first holds all but the newest eighth at most, and grows in steps: between two steps
 * appended posts change only the second. Depends on the number of ordinals alone, so that fresh and incremental builds
 * agree.
 */
export function planColumn(rows: number): ColumnSpan[] {
  if (rows === 0) return []
  const step = 2 ** Math.floor(Math.log2(rows / 8))
  const middle = rows <= rowsInOneFile ? 0 : rows - (rows % step)
  return [
    ...(middle > 0 ? [{ start: 0, end: middle }] : []),
    ...(middle < rows ? [{ start: middle, end: rows }] : []),
  ]
}
