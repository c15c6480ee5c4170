import * as v from 'valibot'
import { count, fileHash } from '../shapes.ts'

/**
 * Posts of one file. A file of a million posts' times would be half a megabyte, and a reader of one year needs one or
 * two of these.
 */
export const postsPerClockFile = 65_536

/** Wire shape of what clocks other than the archive's need. */
export const clocksShape = v.object({
  /**
   * Times of all posts, one file for each `postsPerClockFile` ordinals; see `times-file.ts`. `dataPath('clocks', hash)`.
   */
  times: v.array(fileHash),
  /** Posts whose source shows another day, by the first ordinal of their part; see `source-days-file.ts`. */
  sourceDays: v.array(v.object({ start: count, file: fileHash })),
})

/** Where the data of other clocks is. */
export type ClockPlace = v.InferOutput<typeof clocksShape>

/** Posts of one part: from the first ordinal up to but not including the last. */
export interface ClockSpan {
  start: number
  end: number
}

/** The part that begins at an ordinal. */
export function toClockSpan(start: number, rows: number): ClockSpan {
  return { start, end: Math.min(start + postsPerClockFile, rows) }
}
