import { toErrorCode } from '../disk/error-code.ts'

/** Bounds of one request. */
export interface AskBounds {
  /** Most bytes of the answer, unpacked. */
  maxBytes: number
  /** From the DNS lookup to the last byte. */
  timeoutMs: number
  /** The host of the page on whose behalf it is asked: some hosts send no rule for other origins without one. */
  origin: string
}

/**
 * What a host answered: the bytes of a file, or `tooLong`, or nothing for a status other than 200. A failure is a few
 * words, such as `ECONNREFUSED` or `no answer within 10 s`.
 */
export type HostAnswer =
  | { status: number; headers: Headers; bytes: Uint8Array | 'tooLong' | undefined }
  | { failure: string }

/**
 * Asks for an address as a page on another host does: no cookies, no referrer, and no redirect is followed, because the
 * policy of pages names hosts. Unlike `downloadBytes` it also asks hosts of this machine and unpacks compressed answers:
 * it is for addresses that the keeper of a site has chosen.
 */
export async function askHost(
  address: string,
  { maxBytes, timeoutMs, origin }: AskBounds,
): Promise<HostAnswer> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(address, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { Origin: origin },
    })
    const { status, headers } = answer
    if (status === 200) return { status, headers, bytes: await readBody(answer, maxBytes) }
    await answer.body?.cancel()
    return { status, headers, bytes: undefined }
  } catch (error) {
    if (signal.aborted) return { failure: `no answer within ${timeoutMs / 1_000} s` }
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
    return { failure: toErrorCode(cause) }
  }
}

async function readBody({ body }: Response, maxBytes: number): Promise<Uint8Array | 'tooLong'> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    // Leaving the loop ends the transfer.
    if (length > maxBytes) return 'tooLong'
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
