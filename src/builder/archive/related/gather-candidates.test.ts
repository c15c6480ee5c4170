import { expect, test } from 'vitest'
import { Candidates } from './gather-candidates.ts'

/** Three posts that say the same two words. */
const words = {
  starts: Uint32Array.of(0, 2, 4, 6),
  words: Uint32Array.of(0, 1, 0, 1, 0, 1),
  parts: Uint8Array.of(16, 16, 16, 16, 16, 16),
  weights: Float32Array.of(1, 1),
  numbers: Uint32Array.of(1, 2),
}

const norms = Float32Array.of(1, 1, 1)

test.each([
  ['once where they share several words', [1, 1], [1, 2]],
  ['and one that shares nothing but habits of the source not at all', [0, 0], [2]],
])('a post finds each other %s', (_, ownWeights, expected) => {
  const found = new Candidates(words).gather(0, {
    groupOf: Uint32Array.of(0, 0, 1),
    norms,
    ownNorms: norms,
    ownWeights: Float32Array.from(ownWeights),
  })
  expect(found.toSorted((a, b) => a - b)).toEqual(expected)
})
