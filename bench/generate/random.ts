/** A source of chance that gives the same draws for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, without, 1. */
  fraction(): number
  /** A whole number from 0 up to, without, `end`. */
  below(end: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of a list. @throws RangeError when the list is empty. */
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

/** The generator "sfc32" (Chris Doty-Humphrey, PractRand): 128 bits of state, passes the usual batteries. */
export function makeRandom(seed: number): Random {
  let a = seed >>> 0
  let b = 0x243f6a88
  let c = 0xb7e15162
  let counter = 1
  const next = (): number => {
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
  return {
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}
