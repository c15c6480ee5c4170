import * as v from 'valibot'
import { archiveIdPattern } from '#contract/signing/public-key.ts'
import { buildLocalStore } from './local-store.ts'
import { settingsStore } from './settings-store.ts'

const seenShape = v.object({
  /** Name of the archive, which follows from its root key. */
  archive: v.pipe(v.string(), v.regex(archiveIdPattern)),
  /** The highest number of a build seen of it. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

/** Whose signature this device has verified here. */
export type SeenSignature = v.InferOutput<typeof seenShape>

/** By the folder of a site: one host may have several, each with an archive of its own. */
export type SeenSignatures = Readonly<Record<string, SeenSignature>>

/** Parses what is stored; anything broken is nothing seen. */
export function parseSeenSignatures(stored: string | null): SeenSignatures {
  try {
    const result = v.safeParse(v.record(v.string(), seenShape), JSON.parse(stored ?? '{}'))
    return result.success ? result.output : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** The archives whose signatures were verified on this host first, and their newest builds. They are sent nowhere. */
export const seenSignatures = buildLocalStore<SeenSignatures>({
  key: 'broadsheet.signature',
  parse: parseSeenSignatures,
  format: (seen) => (Object.keys(seen).length === 0 ? undefined : JSON.stringify(seen)),
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
 * Remembers a build of the site in a folder, where anything may be remembered, unless another archive or a newer build was
 * seen there before: neither is forgotten unasked.
 */
export function markSeen(base: string, now: SeenSignature): void {
  if (settingsStore.read().traces === 'none') return
  const all = seenSignatures.read()
  const order = compareSeen(all[base], now)
  if (order === 'first' || order === 'same') seenSignatures.write({ ...all, [base]: now })
}
