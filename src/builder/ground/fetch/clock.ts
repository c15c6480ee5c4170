import { setTimeout } from 'node:timers/promises'

/** Time as a download sees it; tests put their own in place. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

/** The clock of the machine. */
export const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => setTimeout(milliseconds),
}
