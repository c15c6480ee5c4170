import type { FetchFailure } from '#builder/ground/fetch/fetch-failure.ts'

/**
 * Why there is no picture: the fetch failed, or its bytes are of no use. Written to the ledger, so a name never
 * changes its meaning.
 */
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

/** A picture that could not be obtained. Every `FetchFailure` is one. */
export interface PictureFailure extends Omit<FetchFailure, 'reason'> {
  reason: FailureReason
}
