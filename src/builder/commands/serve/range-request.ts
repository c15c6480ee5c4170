import type { IncomingMessage } from 'node:http'

/** What tells one state of a file from another. */
export interface Validators {
  /** A strong ETag. */
  tag: string
  /** As in the header `Last-Modified`. */
  changedAt: string
}

const oneRange = /^bytes=[ \t]*(?<first>\d{0,15})-(?<last>\d{0,15})[ \t]*$/i

/**
 * Leaves in a request only a range that is to be answered by it, by RFC 9110, sections 13.1.5 and 14.2. A range that is
 * not well-formed, several at once, one of another state of the file, or one in a HEAD request gets the whole file.
 * `send` alone would answer 416 to a range that is not well-formed and to a longer suffix than the file, take weak tags
 * and later dates for the same file, and send parts for HEAD.
 * @param now Validators and size, in bytes, of the file.
 */
export function settleRange(
  { method, headers }: IncomingMessage,
  now: Validators & { size: number },
): void {
  const { range = '', 'if-range': condition } = headers
  const isSame = condition === undefined || condition === now.tag || condition === now.changedAt
  const settled = method === 'GET' && isSame ? settleOne(range, now.size) : undefined
  delete headers['if-range']
  delete headers.range
  if (settled === undefined) return
  headers.range = settled
  // Parts are counted in the bytes of the file, so they are sent as they are.
  delete headers['accept-encoding']
}

function settleOne(range: string, size: number): string | undefined {
  const { first = '', last = '' } = oneRange.exec(range)?.groups ?? {}
  if (first === '') return last === '' ? undefined : `bytes=-${Math.min(Number(last), size)}`
  return last === '' || Number(first) <= Number(last) ? `bytes=${first}-${last}` : undefined
}
