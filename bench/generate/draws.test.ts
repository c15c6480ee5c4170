import { describe, expect, test } from 'vitest'
import { drawQuantile, makeWeighted, makeZipf } from './draws.ts'
import { makeRandom, mixSeed } from './random.ts'

const rounds = 20_000

function drawMany<T>(draw: () => T): T[] {
  return Array.from({ length: rounds }, draw)
}

describe('random numbers', () => {
  test('repeat with their seed', () => {
    const [a, b] = [makeRandom(5), makeRandom(5)]
    expect(drawMany(() => a.fraction())).toEqual(drawMany(() => b.fraction()))
  })

  test.each([
    ['from neighbouring seeds', makeRandom(1), makeRandom(2)],
    ['from mixed seeds', makeRandom(mixSeed(1, 7)), makeRandom(mixSeed(1, 8))],
    ['from the same parts in another order', makeRandom(mixSeed(1, 2)), makeRandom(mixSeed(2, 1))],
  ])('have nothing in common %s', (_, a, b) => {
    const same = drawMany(() => a.below(100) === b.below(100)).filter(Boolean)
    expect(same.length / rounds).toBeCloseTo(0.01, 2)
  })

  test.each([0.01, 0.5, 0.97])('meet a probability of %d', (probability) => {
    const random = makeRandom(3)
    const hits = drawMany(() => random.chance(probability)).filter(Boolean)
    expect(hits.length / rounds).toBeCloseTo(probability, 1)
  })

  test('pick nothing from an empty list', () => {
    expect(() => makeRandom(1).pick([])).toThrow(RangeError)
  })
})

describe('draws', () => {
  test('follow their weights, and a weight of nothing is never drawn', () => {
    const random = makeRandom(4)
    const draw = makeWeighted([3, 0, 1])
    const ranks = drawMany(() => draw(random))
    expect(ranks.filter((rank) => rank === 0).length / rounds).toBeCloseTo(0.75, 1)
    expect(ranks).not.toContain(1)
  })

  test('of Zipf give the first rank twice as often as the second', () => {
    const random = makeRandom(6)
    const draw = makeZipf(500)
    const ranks = drawMany(() => draw(random))
    const count = (wanted: number) => ranks.filter((rank) => rank === wanted).length
    expect(count(0) / count(1)).toBeCloseTo(2, 0)
    expect(Math.max(...ranks)).toBeLessThan(500)
  })

  test.each([
    [0.1, 0],
    [0.5, 100],
    [0.9, 1_000],
  ])('of quantiles leave the share %d at or below %d', (share, value) => {
    const random = makeRandom(8)
    const drawn = drawMany(() =>
      drawQuantile(random, [
        [0, 0],
        [0.1, 0],
        [0.5, 100],
        [0.9, 1_000],
        [1, 5_000],
      ]),
    )
    const below = drawn.filter((number) => number <= value).length / rounds
    expect(below).toBeGreaterThan(share - 0.02)
    expect(below).toBeLessThan(share + 0.06)
  })
})
