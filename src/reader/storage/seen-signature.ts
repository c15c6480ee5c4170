import * as v from 'valibot'
import { archiveIdPattern } from '#contract/signing/public-key.ts'
import { mostSequence } from '#contract/signing/signed-head.ts'
import { buildLocalStore } from './local-store.ts'
import { settingsStore } from './settings-store.ts'

/** The highest number of a build seen. */
const sequence = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSequence))
/** Name of an archive, which follows from its root key. */
const archive = v.pipe(v.string(), v.regex(archiveIdPattern))

const seenShape = v.object({ archive, sequence })
/** Of a whole host, as an earlier version has it; names of archives had fewer characters once, the first 16. */
const hostShape = v.object({
  archive: v.union([archive, v.pipe(v.string(), v.regex(/^[a-z2-7]{16}$/))]),
  sequence,
})

/** Whose signature this device has verified here. */
export type SeenSignature = v.InferOutput<typeof seenShape>

/**
 * By the folder of a site: one host may have several, each with an archive of its own. What an earlier version remembered
 * for a whole host stands under `anyFolder`.
 */
export type SeenSignatures = Readonly<Record<string, SeenSignature>>

/** No folder of a site is named so. */
const anyFolder = '*'

/** Parses what is stored, entry by entry; anything broken is nothing seen. */
export function parseSeenSignatures(stored: string | null): SeenSignatures {
  const value = parseJson(stored ?? '{}')
  const ofHost = v.safeParse(hostShape, value)
  if (ofHost.success) return { [anyFolder]: ofHost.output }
  const seen = Object.entries(Object(value) as object).flatMap(([folder, entry]) => {
    const { success, output } = v.safeParse(folder === anyFolder ? hostShape : seenShape, entry)
    return success ? [[folder, output] as const] : []
  })
  return Object.fromEntries(seen)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
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
 * What was seen of the site in a folder that an archive signs; `undefined` = nothing. Which site of its host an earlier
 * version meant is not known: it counts for the archive that it names, wherever that is.
 */
export function findSeen(base: string, archive: string): SeenSignature | undefined {
  const { [base]: own, [anyFolder]: ofHost } = seenSignatures.read()
  const isOfHost = ofHost !== undefined && archive.startsWith(ofHost.archive)
  const before = isOfHost ? { archive, sequence: ofHost.sequence } : undefined
  if (own === undefined || before === undefined) return own ?? before
  return own.archive === archive && own.sequence < before.sequence ? before : own
}

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
  const order = compareSeen(findSeen(base, now.archive), now)
  if (order !== 'first' && order !== 'same') return
  seenSignatures.write({ ...seenSignatures.read(), [base]: now })
}
