/** Where a command reads and says things; tests put their own in place. */
export interface ConsoleIo {
  /** Results, for people and for pipes. */
  out(line: string): void
  /** Progress and complaints. */
  err(line: string): void
  /** Writes to the error stream without a line end: for the one live line of a terminal. */
  live(text: string): void
  /** Whether the error stream is a terminal. */
  isTerminal: boolean
  /** Milliseconds of a clock that only goes forward. */
  now(): number
  /** Resolves when the user asks a serving command to stop. */
  untilStopped(): Promise<void>
}
