/**
 * How long a request may stay silent, milliseconds. The limit is on silence, not on the whole: a slow network that
 * still brings something may take as long as it needs.
 */
export const silenceMs = 12_000

/** Watches one request. */
export interface SilenceLimit {
  /** Fires when the request has been silent too long, or when its caller aborts it. */
  signal: AbortSignal
  /** Whether silence ended the request. */
  readonly isLate: boolean
  /** Notes that something arrived. */
  hear: () => void
  /** Stops watching, and ends what is still under way. */
  end: () => void
}

/**
 * Starts watching a request, which the caller may abort by its own signal; `onHeard` is told what is noted. `mostMs` is how
 * long it may be silent.
 */
export function startSilenceLimit(
  caller?: AbortSignal,
  onHeard?: () => void,
  mostMs = silenceMs,
): SilenceLimit {
  // Not `AbortSignal.any`: Safari has it from 17.4 on only.
  const abort = new AbortController()
  let isLate = false
  const stop = () => {
    isLate = true
    abort.abort()
  }
  const follow = () => {
    abort.abort(caller?.reason)
  }
  if (caller?.aborted === true) follow()
  caller?.addEventListener('abort', follow, { once: true })
  let timer = setTimeout(stop, mostMs)
  return {
    signal: abort.signal,
    get isLate() {
      return isLate
    },
    hear: () => {
      clearTimeout(timer)
      timer = setTimeout(stop, mostMs)
      onHeard?.()
    },
    end: () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', follow)
      abort.abort()
    },
  }
}
