import { expect, test } from 'vitest'
import type { SearchFigures } from './results.ts'
import { toSearchRows } from './search-rows.ts'
import { findTargets } from './targets.ts'

const cost = { wallMs: 20_000, cpuMs: 30_000, peakBytes: 250e6 }
const figures: SearchFigures = {
  queries: 1_200,
  foldedBytes: 25e6,
  built: { withSearch: [cost], without: [{ ...cost, wallMs: 15_000 }] },
  index: { files: 400, bytes: 10e6 },
  agreement: { recall: 1, precision: 1, exact: 1_200, empty: 0 },
  cold: {
    requests: { median: 3, p95: 5 },
    bytes: { median: 35_000, p95: 90_000 },
    servedBytes: { median: 36_000, p95: 91_000 },
  },
  warmMs: { rows: { median: 40, p95: 80 }, marked: { median: 60, p95: 90 } },
}
const bounds = findTargets(6_000).search

test('holds figures against the targets', () => {
  const rows = toSearchRows(figures, bounds)
  expect(rows.flatMap(({ isMet }) => (isMet === undefined ? [] : [isMet]))).toEqual(
    Array.from({ length: 7 }, () => true),
  )
  expect(rows.every(({ peer }) => peer === '')).toBe(true)
})

test('nearly everything is not everything', () => {
  const agreement = { recall: 0.99999, precision: 1, exact: 1_199, empty: 0 }
  const [recall] = toSearchRows({ ...figures, agreement }, bounds)
  expect(recall).toMatchObject({ measured: '0.99', isMet: false })
})

test('a p95 above its bound is missed', () => {
  const cold = { ...figures.cold, servedBytes: { median: 36_000, p95: 110_000 } }
  const bytes = toSearchRows({ ...figures, cold }, bounds).find(({ what }) => what.includes('wire'))
  expect(bytes).toMatchObject({
    measured: '36 / 110 KB',
    target: '<= 40 / 100 KB',
    isMet: false,
  })
})
