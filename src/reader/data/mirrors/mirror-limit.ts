import { startSilenceLimit } from '#reader/data/files/silence-limit.ts'

/** How long a mirror may be silent, milliseconds: less than the site's own host, as there may be others. */
export const mirrorMs = 8_000

/** How somebody waits for a mirror. */
export interface Waiting {
  signal: AbortSignal
  /** Called whenever something arrives. */
  onHeard?: () => void
}

/** Asks a mirror something, and ends it when the mirror falls silent, when it is answered or when `signal` fires. */
export async function withinLimit<T>(
  ask: (waiting: Required<Waiting>) => Promise<T>,
  { signal, onHeard }: Waiting,
): Promise<T> {
  const limit = startSilenceLimit(signal, onHeard, mirrorMs)
  try {
    return await ask({ signal: limit.signal, onHeard: limit.hear })
  } finally {
    limit.end()
  }
}
