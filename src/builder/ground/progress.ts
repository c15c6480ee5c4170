/** Where a build says how far it is. Every phase starts once; `step` counts within it. */
export interface Progress {
  /** Begins a phase of `total` steps; `undefined` when nobody knows how many. */
  start(phase: string, total?: number): void
  /** Counts steps of the phase: one when it is not said how many. */
  step(count?: number): void
  /** Ends the phase. */
  end(): void
}

/** Says nothing: for tests and for callers that only want the result. */
export const silentProgress: Progress = { start: () => {}, step: () => {}, end: () => {} }
