/** Runs a build some time after the last request, never two at once. */
export interface Rebuilder {
  request: () => void
  /** Forgets waiting requests and waits for a running build. */
  stop(): Promise<void>
}

const quietMs = 50

/** `build` must handle its own expected failures; an unexpected one surfaces as an unhandled rejection. */
export function makeRebuilder(build: () => Promise<void>): Rebuilder {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  return {
    request: () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(build)
      }, quietMs)
    },
    stop: async () => {
      clearTimeout(timer)
      await running
    },
  }
}
