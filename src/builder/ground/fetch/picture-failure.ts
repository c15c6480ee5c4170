/** Why a picture could not be had. Stands in the ledger; names never change their meaning. */
export const failureReasons = [
  'address',
  'privateNetwork',
  'unknownHost',
  'connection',
  'timeout',
  'status',
  'redirects',
  'cutOff',
  'encoded',
  'notPicture',
  'drawing',
  'tooLarge',
  'tooManyPixels',
  'broken',
] as const
export type FailureReason = (typeof failureReasons)[number]

/** A picture that could not be had. */
export interface PictureFailure {
  reason: FailureReason
  /** What exactly was met: a status, a code, an address; absent when the reason says all. */
  detail?: string | undefined
  /** For how long the host asked not to be asked again; absent when it did not. */
  retryAfterMs?: number | undefined
}

/** Ends a download from whatever depth; caught where the download began. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
  readonly failure: PictureFailure

  constructor(failure: PictureFailure) {
    super(failure.reason)
    this.failure = failure
  }
}

// A host that is busy or broken may be well in a minute, a picture that is none stays none.
const passingReasons: ReadonlySet<FailureReason> = new Set(['connection', 'timeout', 'cutOff'])
const passingStatus = /^(?:408|425|429|5\d\d)$/

/** Whether the same request may well succeed soon. */
export function isPassing({ reason, detail }: PictureFailure): boolean {
  return passingReasons.has(reason) || (reason === 'status' && passingStatus.test(detail ?? ''))
}

/** Whether a failure tells of the host rather than of the picture. */
export function isOfHost({ reason }: PictureFailure): boolean {
  return ['privateNetwork', 'unknownHost', 'connection', 'timeout'].includes(reason)
}
