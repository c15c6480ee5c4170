import { DataError, isGone } from '#reader/data/files/data-error.ts'
import { fetchFromHost, type FetchOptions } from '#reader/data/files/fetch-file.ts'
import { toProof, type FileProof } from '#reader/data/files/file-proof.ts'
import { NoSourceError, readFirstProven, type FileSource, type Outcome } from './first-proven.ts'
import type { MirrorConsent } from './mirror-consent.ts'
import type { MirrorVisit } from './mirror-visit.ts'
import { withinLimit } from './mirror-limit.ts'
import { readMirror, WrongBytesError } from './read-mirror.ts'

/** How long one source may be silent until the next one is asked as well, milliseconds. */
export const hedgeMs = 400
/** The same of the site's own host while nobody has agreed to ask others: a question is no small thing. */
export const questionMs = 4_000

/** What reading from mirrors takes from the page. */
export interface MirrorTools {
  consent: Pick<MirrorConsent, 'read' | 'ask'>
  visit: MirrorVisit
  /** Resolves after so many milliseconds, or when the signal fires. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Whether the device has a network: without one no mirror helps. */
  isOnline: () => boolean
}

type Source = FileSource & { note: (outcome: Outcome) => void; isOpen: () => boolean }

/**
 * Makes what reads data files from the site's host and, where that fails or is silent, from its mirrors. Only files whose
 * bytes their page can prove come from mirrors (A1, A2): all others are left to the host.
 */
export function makeMirroredRead(tools: MirrorTools) {
  return (path: string, options: FetchOptions): Promise<Uint8Array> | undefined => {
    const isProven = toProof(options)
    if (!path.startsWith('data/') || isProven === undefined) return undefined
    return read({ path, options, isProven }, tools)
  }
}

interface Wanted {
  path: string
  options: FetchOptions
  isProven: FileProof
}

async function read(wanted: Wanted, tools: MirrorTools): Promise<Uint8Array> {
  const { consent, wait, isOnline } = tools
  const { signal } = wanted.options
  try {
    return await readFirstProven<Source>(listSources(wanted, tools), {
      pauseMs: () => (consent.read() === 'given' ? hedgeMs : questionMs),
      wait,
      agree: (ended) => consent.ask(ended),
      isOpen: (source) => source.isOpen(),
      // The host answers, and has another build; or no host can be reached at all.
      isFinal: (error) => error instanceof DataError && (isGone(error) || !isOnline()),
      note: (source, outcome) => {
        if (isOnline() || isTold(outcome)) source.note(outcome)
      },
      signal,
    })
  } catch (error) {
    if (!(error instanceof NoSourceError)) throw error
    throw toDataError(error, wanted.path, tools)
  }
}

/** Who is asked for a file, in their order. */
function listSources(wanted: Wanted, { consent, visit, isOnline }: MirrorTools): Source[] {
  const { opened } = visit.read()
  const open = isOnline() || opened !== undefined ? visit.listOpen() : []
  // Who opened the build of a mirror was told who sees it; the site's own host has another build.
  const isElsewhere = opened === undefined
  const mirrors = open.map((mirror) => toMirrorSource(mirror, wanted, { visit, isElsewhere }))
  if (opened !== undefined) return mirrors
  const host = toHostSource(wanted, visit)
  const isLast = consent.read() === 'given' && visit.hasHostFailed
  return isLast ? [...mirrors, host] : [host, ...mirrors]
}

/** Whether an outcome says something of who was asked though the device has no network by now. */
function isTold(outcome: Outcome): boolean {
  return outcome.kind === 'failed' && outcome.error instanceof WrongBytesError
}

/** What the host's own failure was; where mirrors have failed too, one that is not tried again at once. */
function toDataError(
  { errors }: NoSourceError,
  path: string,
  { consent, visit, isOnline }: MirrorTools,
): DataError {
  const own = errors.find((error) => error instanceof DataError)
  const isAgreed = consent.read() === 'given' || visit.read().opened !== undefined
  if (!isAgreed || !isOnline()) return own ?? new DataError('offline', path, {})
  visit.noteWithout()
  if (own !== undefined && own.kind !== 'offline') return own
  return new DataError('late', path, { cause: own })
}

function toHostSource({ path, options }: Wanted, visit: MirrorVisit): Source {
  return {
    isElsewhere: false,
    isOpen: () => true,
    read: ({ signal, onHeard }) => fetchFromHost(path, { ...options, signal, onHeard }),
    note: (outcome) => visit.noteHost(outcome),
  }
}

function toMirrorSource(
  mirror: string,
  { path, isProven }: Wanted,
  { visit, isElsewhere }: { visit: MirrorVisit; isElsewhere: boolean },
): Source {
  return {
    isElsewhere,
    isOpen: () => visit.isOpen(mirror),
    note: (outcome) => visit.note(mirror, outcome),
    read: (waiting) =>
      withinLimit((limited) => readMirror(mirror, path, { isProven, ...limited }), waiting),
  }
}
