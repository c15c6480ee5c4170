import * as v from 'valibot'
import { buildLocalStore } from './local-store.ts'
import { settingsStore } from './settings-store.ts'

const seenShape = v.object({
  /** Name of the archive, which follows from its root key. */
  archive: v.pipe(v.string(), v.regex(/^[a-z2-7]{26}$/)),
  /** The highest number of a build seen of it. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

/** Whose signature this device has verified here. */
export type SeenSignature = v.InferOutput<typeof seenShape>

/** Parses what is stored; anything broken is nothing seen. */
export function parseSeenSignature(stored: string | null): SeenSignature | undefined {
  try {
    const result = v.safeParse(seenShape, JSON.parse(stored ?? 'null'))
    return result.success ? result.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The archive whose signature was verified here first, and its newest build. It is sent nowhere. */
export const seenSignature = buildLocalStore<SeenSignature | undefined>({
  key: 'broadsheet.signature',
  parse: parseSeenSignature,
  format: (seen) => seen && JSON.stringify(seen),
})

/**
 * How a verified build compares with what was seen. `first`: nothing was; `same`: the same archive, no newer build;
 * `older`: a newer build was seen; `foreign`: another archive was.
 */
export function compareSeen(
  seen: SeenSignature | undefined,
  now: SeenSignature,
): 'first' | 'same' | 'older' | 'foreign' {
  if (seen === undefined) return 'first'
  if (seen.archive !== now.archive) return 'foreign'
  return seen.sequence > now.sequence ? 'older' : 'same'
}

/**
 * Remembers a build, where anything may be remembered, unless another archive or a newer build was seen before: neither
 * is forgotten unasked.
 */
export function markSeen(now: SeenSignature): void {
  if (settingsStore.read().traces === 'none') return
  const order = compareSeen(seenSignature.read(), now)
  if (order === 'first' || order === 'same') seenSignature.write(now)
}
