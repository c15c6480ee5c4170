/** Runs builds some time after the last request, never two at once. */
export interface Rebuilder {
  request: () => void
  /** Forgets waiting requests and waits for a running build. */
  stop(): Promise<void>
}

// Long enough for all events of one change. A file that was read half written has another event to come.
const quietMs = 50
// Long enough to go on writing, short enough to go and search.
const completeAfterMs = 5_000

/** What is built; both handle their own expected failures, an unexpected one surfaces as an unhandled rejection. */
export interface Rebuilds {
  /** Runs soon after every request. Tells whether something is left for `complete`. */
  build: () => Promise<boolean>
  /** Runs once nothing has been asked for five seconds; `signal` says stop when something is. */
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
    // A request that came meanwhile is worth more.
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
