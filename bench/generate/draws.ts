import type { Random } from './random.ts'

/** Draws a rank from 0, low ones often, as words, authors and tags are spread. */
export type DrawRank = (random: Random) => number

/** Slots of a rank table: fine enough for twenty thousand ranks, small enough for the processor's cache. */
const slots = 1 << 17

/** A Zipf draw over `count` ranks: rank r has the weight `1 / (r + 1 + shift) ^ exponent`. */
export function makeZipf(count: number, exponent = 1, shift = 0): DrawRank {
  const weights = Array.from({ length: count }, (_, rank) => (rank + 1 + shift) ** -exponent)
  return makeWeighted(weights)
}

/** A draw over the given weights, by one table look-up. */
export function makeWeighted(weights: readonly number[]): DrawRank {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const table = new Uint32Array(slots)
  let filled = 0
  let reached = 0
  for (const [rank, weight] of weights.entries()) {
    reached += weight
    const end = Math.round((reached / total) * slots)
    table.fill(rank, filled, end)
    filled = end
  }
  return (random) => table[random.below(slots)] ?? 0
}

/** Points of a distribution: share of the values (0 to 1, ascending) and the value reached there. */
export type Quantiles = readonly (readonly [share: number, value: number])[]

/** Draws a whole number so that the given shares lie below the given values; between the points the scale is logarithmic. */
export function drawQuantile(random: Random, quantiles: Quantiles): number {
  const share = random.fraction()
  let [lowShare, low] = quantiles[0] ?? [0, 0]
  for (const [highShare, high] of quantiles) {
    if (share < highShare) {
      const part = (share - lowShare) / (highShare - lowShare)
      return Math.round((low + 1) * ((high + 1) / (low + 1)) ** part - 1)
    }
    ;[lowShare, low] = [highShare, high]
  }
  return Math.round(low)
}
