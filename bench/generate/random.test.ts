import { expect, test } from 'vitest'
import { drawQuantile, makeRandom, makeWeighted, makeZipf, mixSeed } from './random.ts'

const rounds = 20_000

function shareOf(draw: () => boolean): number {
  return Array.from({ length: rounds }, draw).filter(Boolean).length / rounds
}

test.each([
  ['the same seed', makeRandom(5), makeRandom(5), 1],
  ['neighbouring seeds', makeRandom(1), makeRandom(2), 0.01],
  ['mixed seeds', makeRandom(mixSeed(1, 7)), makeRandom(mixSeed(1, 8)), 0.01],
  ['parts in another order', makeRandom(mixSeed(1, 2)), makeRandom(mixSeed(2, 1)), 0.01],
])('random numbers from %s agree as often as expected', (_, a, b, share) => {
  expect(shareOf(() => a.below(100) === b.below(100))).toBeCloseTo(share, 2)
})

const [random, zipf, weighted] = [makeRandom(3), makeZipf(500), makeWeighted([3, 0, 1])]
const first = shareOf(() => zipf(random) === 0)

test.each([
  ['a chance of 0.01', 0.01, 0.005, () => random.chance(0.01)],
  ['a chance of 0.5', 0.5, 0.02, () => random.chance(0.5)],
  ['a chance of 0.97', 0.97, 0.02, () => random.chance(0.97)],
  ['a weight of 3 beside 1', 0.75, 0.02, () => weighted(random) === 0],
  ['a weight of zero', 0, 0, () => weighted(random) === 1],
  ['the second rank of Zipf, half the first', first / 2, 0.02, () => zipf(random) === 1],
  ['ranks of Zipf below their number', 1, 0, () => zipf(random) < 500],
  ['values at or below the 0.1 quantile', 0.13, 0.05, () => drawValue() <= 0],
  ['values at or below the median', 0.52, 0.04, () => drawValue() <= 100],
  ['values at or below the 0.9 quantile', 0.92, 0.04, () => drawValue() <= 1_000],
])('draws meet the share of %s', (_, share, tolerance, draw) => {
  expect(Math.abs(shareOf(draw) - share)).toBeLessThanOrEqual(tolerance)
})

function drawValue(): number {
  return drawQuantile(random, '0:0 0.1:0 0.5:100 0.9:1000 1:5000')
}

test('nothing can be picked from an empty list', () => {
  expect(() => random.pick([])).toThrow(RangeError)
})
