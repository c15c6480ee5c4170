import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count } from './shapes.ts'

/** Facets whose posts are counted over time. */
export const countedFacets = ['source', 'language', 'kind'] as const

/** What a post may lack; values of the facet `missing`. */
export const gapNames = ['text', 'picture', 'date', 'original'] as const

const statisticsShape = v.object({
  /** What a step of time is: months, or years where an archive spans more than 480 months. */
  step: v.picklist(['month', 'year']),
  /** The first step, `YYYY-MM` or `YYYY`; absent in an archive without dates. */
  first: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2})?$/))),
  /** Posts of each step, from the first to the last. */
  all: v.array(count),
  /**
   * Dated posts that are in no step: only their year is known, where steps are months, or they are older than the last 480
   * steps. Absent when there are none.
   */
  unplaced: v.optional(count),
  /** The most frequent values of facets, each with its posts of every step. */
  facets: v.array(
    v.object({
      facet: v.picklist(countedFacets),
      values: v.array(v.object({ value: v.string(), count, steps: v.array(count) })),
    }),
  ),
  /** Articles by the minutes that they take to read: those of at least `from` and less than the next. */
  lengths: v.array(v.object({ from: count, count })),
  /** Posts that lack something. Pictures that were part of the text itself do not count. */
  missing: v.object({
    /** Articles without text. */
    text: count,
    /** Articles without a picture. */
    picture: count,
    date: count,
    /** Posts without the address of an original. */
    original: count,
  }),
  /** Number of articles; all other posts are videos. */
  articles: count,
  posts: count,
})

/** Numbers of an archive, without older versions. Days are those of the archive's zone. */
export type StatisticsFile = v.InferOutput<typeof statisticsShape>

/** @throws ContractError when the shape is wrong. */
export function parseStatistics(value: unknown): StatisticsFile {
  return parseShape(statisticsShape, 'statistics', value)
}
