/** Debounces requests for builds, and never runs two builds at once. */
export interface Rebuilder {
  request: () => void
  /** Drops pending requests and waits for a running build. */
  stop(): Promise<void>
}

// Debounce: long enough for all events of one change. A file read half written causes another event.
const quietMs = 50
// Longer than a pause in typing, shorter than the way to the search box.
const completeAfterMs = 5_000

/** The two kinds of build. Both handle expected failures; an unexpected one surfaces as an unhandled rejection. */
export interface Rebuilds {
  /** Runs soon after a request. Returns whether work is left for `complete`. */
  build: () => Promise<boolean>
  /** Runs after five seconds without a request; a new request aborts it through `signal`. */
  complete: (signal: AbortSignal) => Promise<void>
}

/** See `Rebuilder`. */
export function makeRebuilder({ build, complete }: Rebuilds): Rebuilder {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let isStopped = false
  let completing: AbortController | undefined
  const wait = (milliseconds: number, work: () => Promise<void>) => {
    clearTimeout(timer)
    if (isStopped) return
    timer = setTimeout(() => {
      timer = undefined
      running = running.then(work)
    }, milliseconds)
  }
  const run = async () => {
    const isLeft = await build()
    // A request that arrived meanwhile takes precedence.
    if (isLeft && timer === undefined) wait(completeAfterMs, runComplete)
  }
  const runComplete = async () => {
    completing = new AbortController()
    await complete(completing.signal)
    completing = undefined
  }
  return {
    request: () => {
      completing?.abort()
      wait(quietMs, run)
    },
    stop: async () => {
      isStopped = true
      completing?.abort()
      clearTimeout(timer)
      await running
    },
  }
}
