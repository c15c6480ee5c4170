// For tests: a fake clock on which sleeping takes no time.
import type { Clock } from '#builder/ground/fetch/clock.ts'

/** A fake clock that advances only by `sleep`; `slept` lists the durations. */
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
