import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count } from './shapes.ts'

/** The terms of one month. */
export const monthTopicsShape = v.object({
  /** `YYYY-MM`, of the archive's own zone. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)),
  /** Its terms, those that rise most first: one to five. */
  terms: v.pipe(
    v.array(
      v.object({
        /** As posts of the month write it. */
        term: v.string(),
        /** How many posts of the month are about it. */
        posts: count,
      }),
    ),
    v.minLength(1),
    v.maxLength(5),
  ),
})

/** What a month's posts are about more than those of other months. */
export type MonthTopics = v.InferOutput<typeof monthTopicsShape>

const topicsShape = v.object({
  /** Oldest first, only months with terms. */
  months: v.array(monthTopicsShape),
})

/** The terms of all months. */
export type TopicsFile = v.InferOutput<typeof topicsShape>

/** @throws ContractError when the shape is wrong. */
export function parseTopics(value: unknown): TopicsFile {
  return parseShape(topicsShape, 'topics', value)
}
