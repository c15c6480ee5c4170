import * as v from 'valibot'
import { count, fileHash } from '../shapes.ts'

/**
 * The files of a column, by ordinal. The first one begins at 0, and each reaches to the next one or to the last
 * ordinal. There are at most two, so that a column costs two requests: the older part of an archive keeps its file while
 * posts are appended to the newer one.
 */
export const columnShape = v.pipe(
  v.array(
    v.object({
      /** Ordinal of the first post. */
      start: count,
      /** `dataPath('columns', file)`; see `column-file.ts`. */
      file: fileHash,
    }),
  ),
  v.check(
    (parts) =>
      parts.every(({ start }, at) =>
        at === 0 ? start === 0 : start > (parts[at - 1]?.start ?? 0),
      ),
    'ascending parts from 0 on',
  ),
)

/** Where the files of a column are. */
export type ColumnPlace = v.InferOutput<typeof columnShape>

/** Posts of one part of a column. */
export interface ColumnSpan {
  /** Ordinal of the first post. */
  start: number
  /** Ordinal after the last one. */
  end: number
}

/** Where each file of a column begins and ends in an archive with so many ordinals. */
export function toColumnSpans<Part extends { start: number }>(
  parts: readonly Part[],
  rows: number,
): (Part & ColumnSpan)[] {
  return parts.map((part, at) => ({ ...part, end: parts[at + 1]?.start ?? rows }))
}
