// For tests: a clock on which waiting takes no time.
import type { Clock } from '#builder/ground/fetch/clock.ts'

/** A clock that is moved on by whoever waits; `slept` lists how long. */
export function makeClock(start = '2020-03-09T10:00:00Z'): Clock & { slept: number[] } {
  let nowMs = Date.parse(start)
  const slept: number[] = []
  return {
    slept,
    now: () => nowMs,
    sleep: (milliseconds) => {
      slept.push(milliseconds)
      nowMs += milliseconds
      return Promise.resolve()
    },
  }
}
