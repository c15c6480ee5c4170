/** Why a fetch failed. Kept in ledgers, so a name never changes its meaning. */
export type FetchReason =
  | 'address'
  | 'privateNetwork'
  | 'unknownHost'
  | 'connection'
  | 'timeout'
  | 'status'
  | 'redirects'
  | 'cutOff'
  | 'encoded'
  | 'tooLarge'

/** A fetch that failed. */
export interface FetchFailure {
  reason: FetchReason
  /** What was met: a status, an error code, an address; absent when the reason is enough. */
  detail?: string | undefined
  /** How long the host asked us to wait (`Retry-After`); absent when it did not. */
  retryAfterMs?: number | undefined
}

/** Carries a failure from any depth to the function that began the fetch. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly failure: FetchFailure

  constructor(failure: FetchFailure) {
    super(failure.reason)
    this.failure = failure
  }
}

/** A failure of a fetch, or of what a caller did with the bytes: a caller may add reasons of its own. */
interface AnyFailure {
  reason: string
  detail?: string | undefined
}

const transientReasons: ReadonlySet<string> = new Set<FetchReason>([
  'connection',
  'timeout',
  'cutOff',
])
const transientStatus = /^(?:408|425|429|5\d\d)$/
const hostReasons: ReadonlySet<string> = new Set<FetchReason>([
  'privateNetwork',
  'unknownHost',
  'connection',
  'timeout',
])

/** Whether the failure is transient: the same request may well succeed soon. */
export function isPassing({ reason, detail }: AnyFailure): boolean {
  return transientReasons.has(reason) || (reason === 'status' && transientStatus.test(detail ?? ''))
}

/** Whether the host is at fault rather than this one address. */
export function isOfHost({ reason }: AnyFailure): boolean {
  return hostReasons.has(reason)
}
