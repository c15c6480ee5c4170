/** The console as a command sees it; tests pass their own. */
export interface ConsoleIo {
  /** Prints a line of results, for people and for pipes. */
  out(line: string): void
  /** Prints results of several lines, the last of which has no end: JSON, or a format that pipes take as it is. */
  lines(text: string): void
  /** Prints a line of progress or an error. */
  err(line: string): void
  /** Writes to the error stream without a line break: for the live progress line of a terminal. */
  live(text: string): void
  /** Whether the error stream is a terminal. */
  isTerminal: boolean
  /** Milliseconds of a monotonic clock. */
  now(): number
  /** The day in UTC, as `2020-02-29`. */
  today(): string
  /** Resolves when the user asks a serving command to stop. */
  untilStopped(): Promise<void>
}
