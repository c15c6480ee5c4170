import * as v from 'valibot'
import { buildLocalStore } from './local-store.ts'

/** A visit ends when this device has not opened the archive for so long, milliseconds. */
const visitMs = 3_600_000

const seenShape = v.object({
  /** Newest day with a post, or as much of it as is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  day: v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d){0,2}$/)),
  /** Number of posts on it. */
  posts: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

/** The newest posts that this device has seen. */
export type SeenPosts = v.InferOutput<typeof seenShape>

const visitShape = v.object({
  /** When this device last opened the list of all posts, milliseconds. */
  at: v.number(),
  now: seenShape,
  /** What it had seen before this visit; absent on the first. */
  before: v.optional(seenShape),
})

/** The visits of this device. */
export type LastVisit = v.InferOutput<typeof visitShape>

/** Parses what is stored; anything broken is no visit. */
export function parseLastVisit(stored: string | null): LastVisit | undefined {
  try {
    const result = v.safeParse(visitShape, JSON.parse(stored ?? 'null'))
    return result.success ? result.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** When this device was here last, and what it saw. It is sent nowhere. */
export const lastVisit = buildLocalStore<LastVisit | undefined>({
  key: 'broadsheet.visit',
  parse: parseLastVisit,
  format: (visit) => visit && JSON.stringify(visit),
})

/** The visits after the list of all posts was opened: within an hour it is the same visit. */
export function toNextVisit(
  last: LastVisit | undefined,
  { at, now }: Pick<LastVisit, 'at' | 'now'>,
): LastVisit {
  if (last === undefined) return { at, now }
  const isSame = at >= last.at && at - last.at < visitMs
  const before = isSame ? last.before : last.now
  return { at, now, ...(before === undefined ? {} : { before }) }
}
