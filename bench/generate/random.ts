/** A source of chance that gives the same draws for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, but not, 1. */
  fraction(): number
  /** A whole number from 0 up to, but not, `end`. */
  below(end: number): number
  chance(probability: number): boolean
  /** @throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T
}

/** Mixes whole numbers into one 32-bit seed, so that neighbours (post 7, post 8) start far apart. */
export function mixSeed(...parts: number[]): number {
  let hash = 0x9e3779b9
  for (const part of parts) {
    hash = Math.imul(hash ^ (part >>> 0), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state. */
export function makeRandom(seed: number): Random {
  let [a, b, c, counter] = [seed >>> 0, 0x243f6a88, 0xb7e15162, 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first draws still show the seed's pattern.
  for (let round = 0; round < 12; round++) next()
  const fraction = () => next() / 2 ** 32
  const below = (end: number) => Math.floor(fraction() * end)
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[below(list.length)] as T
  }
  return { fraction, below, chance: (probability) => fraction() < probability, pick }
}

/** Draws a rank from 0, low ones often: the way words, authors and tags are distributed. */
export type DrawRank = (random: Random) => number

/** A Zipf draw over `count` ranks: rank r has the weight `1 / (r + 1 + shift) ^ exponent`. */
export function makeZipf(count: number, exponent = 1, shift = 0): DrawRank {
  return makeWeighted(Array.from({ length: count }, (_, rank) => (rank + 1 + shift) ** -exponent))
}

/** A draw over the given weights, by one lookup in a table that fits the processor's cache. */
export function makeWeighted(weights: readonly number[]): DrawRank {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const table = new Uint32Array(1 << 17)
  let filled = 0
  let reached = 0
  for (const [rank, weight] of weights.entries()) {
    reached += weight
    const end = Math.round((reached / total) * table.length)
    table.fill(rank, filled, end)
    filled = end
  }
  return (random) => table[random.below(table.length)] ?? 0
}

/** Points of a distribution, `share:value ...`, shares ascending from 0 to 1. */
export type Quantiles = string

/** Draws a whole number so that the given shares lie below the given values; logarithmic between points. */
export function drawQuantile(random: Random, quantiles: Quantiles): number {
  const drawn = random.fraction()
  let [lowShare, low] = [0, 0]
  for (const point of quantiles.split(' ')) {
    const [share = 0, value = 0] = point.split(':').map(Number)
    if (drawn < share) {
      const part = (drawn - lowShare) / (share - lowShare)
      return Math.round((low + 1) * ((value + 1) / (low + 1)) ** part - 1)
    }
    ;[lowShare, low] = [share, value]
  }
  return Math.round(low)
}
