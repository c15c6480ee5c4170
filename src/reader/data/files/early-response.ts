/** A request that the page's early script has made (`app/early`). */
export interface EarlyRequest {
  response: Promise<Response>
  abort: AbortController
}

declare global {
  /** Requests of the early script, by address, until the reader takes them. */
  var broadsheetEarly: Map<string, EarlyRequest> | undefined
}

/** Takes over the answer to an address that the early script has asked for; `undefined` when it has not. */
export function takeEarlyResponse(
  href: string,
  signal: AbortSignal,
): Promise<Response> | undefined {
  const early = globalThis.broadsheetEarly?.get(href)
  if (early === undefined) return undefined
  // Whoever asks again, asks the host.
  globalThis.broadsheetEarly?.delete(href)
  signal.addEventListener('abort', () => {
    early.abort.abort()
  })
  return early.response
}
