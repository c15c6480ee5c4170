import { setTimeout } from 'node:timers/promises'

/** The time as fetching sees it; tests pass a fake clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

/** The system clock. */
export const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => setTimeout(milliseconds),
}
