/** How long one mirror may take for a file, milliseconds. */
export const mirrorMs = 8_000

/** Ends what asks a mirror when it takes too long, or when `signal` fires: the signal that the work gets fires then. */
export async function withinLimit<T>(
  work: (signal: AbortSignal) => Promise<T>,
  {
    wait,
    signal,
  }: { wait: (ms: number, signal: AbortSignal) => Promise<void>; signal: AbortSignal },
): Promise<T> {
  const abort = new AbortController()
  const follow = () => abort.abort(signal.reason)
  signal.addEventListener('abort', follow, { once: true })
  if (signal.aborted) follow()
  void wait(mirrorMs, abort.signal).then(follow)
  try {
    return await work(abort.signal)
  } finally {
    signal.removeEventListener('abort', follow)
    // Ends the wait.
    abort.abort()
  }
}
