/** Receives the progress of a run. Phases follow each other; `step` counts within one. */
export interface Progress {
  /** Begins a phase of `total` steps; `undefined` = unknown. */
  start(phase: string, total?: number): void
  /** Counts steps of the phase, one by default. */
  step(count?: number): void
  /** Ends the phase. */
  end(): void
}

/** Discards progress: for tests and for callers that only want the result. */
export const silentProgress: Progress = { start: () => {}, step: () => {}, end: () => {} }
