import { setFlagsFromString } from 'node:v8'

/** Below this many posts memory is not what a build lacks, and the engine's own rule is a little faster. */
const manyPosts = 100_000

/**
 * Has the engine look for what nobody needs any more when the heap has grown by half. By its own rule a heap of 250 MB, what a million
 * posts take, may grow to 750 MB first.
 */
export function boundGarbage(posts: number): void {
  if (posts >= manyPosts) setFlagsFromString('--heap-growing-percent=50')
}

/**
 * Lets the heap double before the engine looks: builds one after the other leave a fifth of a heap each, and by its own rule the engine would look
 * in the middle of every second one, which somebody waits for.
 */
export function deferGarbage(posts: number): void {
  if (posts < manyPosts) setFlagsFromString('--heap-growing-percent=100')
}
