import { setFlagsFromString } from 'node:v8'

/** Below this many items memory is not scarce, and V8's own rule is a little faster. */
const manyItems = 100_000

/**
 * Makes V8 collect garbage when the heap has grown by half. By its own rule a heap of 250 MB, which a million items
 * take, may grow to 750 MB first.
 */
export function boundGarbage(items: number): void {
  if (items >= manyItems) setFlagsFromString('--heap-growing-percent=50')
}

/**
 * Lets the heap double before V8 collects garbage. Each of a series of runs leaves a fifth of a heap behind; by its
 * own rule V8 would collect in the middle of every second run, while somebody waits for it.
 */
export function deferGarbage(items: number): void {
  if (items < manyItems) setFlagsFromString('--heap-growing-percent=100')
}
