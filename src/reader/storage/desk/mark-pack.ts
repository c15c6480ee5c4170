import * as v from 'valibot'
import { parsePostId } from '#core/post/post-id.ts'
import { markStates, type DeskEntryOf } from './desk-entry.ts'

/** The mark of a post, or that it was removed. */
export type Mark = DeskEntryOf<'mark'>

const packShape = v.object({
  /** Month of the posts' ids, `YYYY-MM`, or `undated`. */
  month: v.pipe(v.string(), v.regex(/^(?:\d{4}-\d\d|undated)$/)),
  /** Ids with a space between any two. */
  ids: v.string(),
  /** 0 = removed, else the place of its state in `markStates`, counted from 1. */
  states: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** When each was last changed, milliseconds since 1970. */
  times: v.custom<Float64Array>((value) => value instanceof Float64Array),
})

/** All marks of a month in one record: fifty thousand records of their own take a browser half a second to read. */
export type MarkPack = v.InferOutput<typeof packShape>

/** The month that a post's id names: marks are packed by it. */
export function toMarkMonth(id: string): string {
  return id.slice(0, 7)
}

/** Packs the marks of one month. */
export function buildMarkPack(month: string, marks: readonly Mark[]): MarkPack {
  return {
    month,
    ids: marks.map(({ id }) => id).join(' '),
    states: Uint8Array.from(marks, ({ value }) =>
      value === undefined ? 0 : markStates.indexOf(value) + 1,
    ),
    times: Float64Array.from(marks, ({ at }) => at),
  }
}

/** Ids of one month with a space between any two; the first group is the month. */
const idsPatterns = [
  /^(\d{4}-\d\d)-\d\d-[a-z2-7]{8}(?: \1-\d\d-[a-z2-7]{8})*$/,
  /^(undated)-[a-z2-7]{8}(?: \1-[a-z2-7]{8})*$/,
]
/** Of more marks the patterns would need too much memory. */
const mostWhole = 50_000

/**
 * Reads a stored pack in which nothing is wrong, without making an object of each mark; `undefined` = it has to be parsed.
 * Desks are opened so: their marks are asked for by month, or all at once by a filter.
 */
export function readWholePack(stored: unknown): MarkPack | undefined {
  const read = v.safeParse(packShape, stored)
  if (!read.success) return undefined
  const { month, ids, states, times } = read.output
  if (states.length === 0 || states.length > mostWhole) return undefined
  const isWhole =
    times.length === states.length &&
    // All ids of a month are of one length.
    (ids.length + 1) / states.length === ids.split(' ', 1).join('').length + 1 &&
    idsPatterns.some((pattern) => pattern.exec(ids)?.[1] === month) &&
    states.every((state) => state <= markStates.length) &&
    times.every(isInstant)
  return isWhole ? read.output : undefined
}

/** The ids of a pack's marks that were not removed, with a space between any two. */
export function listMarkedIds({ ids, states }: MarkPack): string {
  if (!states.includes(0)) return ids
  return ids
    .split(' ')
    .filter((_, at) => states[at] !== 0)
    .join(' ')
}

/** Parses a stored pack: its marks, and how many of it could not be read; a pack that is none counts as one. */
export function parseMarkPack(stored: unknown): { marks: Mark[]; broken: number } {
  const read = v.safeParse(packShape, stored)
  if (!read.success) return { marks: [], broken: 1 }
  const { month, states, times } = read.output
  const ids = read.output.ids === '' ? [] : read.output.ids.split(' ')
  const marks: Mark[] = []
  for (const [place, text] of ids.entries()) {
    const id = parsePostId(text)
    const state = states[place]
    const at = times[place] ?? Number.NaN
    const isMark = id !== undefined && toMarkMonth(id) === month && isInstant(at)
    if (!isMark || state === undefined || state > markStates.length) continue
    marks.push({ kind: 'mark', id, at, value: markStates[state - 1] })
  }
  const entries = Math.max(ids.length, states.length, times.length)
  return { marks, broken: entries - marks.length }
}

function isInstant(at: number): boolean {
  return Number.isInteger(at) && at >= 0 && at <= 8.64e15
}
