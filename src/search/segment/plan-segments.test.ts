import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planRuns, planSegments } from './plan-segments.ts'

describe('the segments of an archive', () => {
  test.each([
    [0, []],
    [1, [1]],
    [8192, [8192]],
    [8193, [8192, 1]],
    [50_000, [49_152, 848]],
    [50_547, [50_176, 371]],
    [1_000_000, [999_424, 576]],
  ])('%d posts', (rows, expected) => {
    expect(planSegments(rows).map((segment) => segment.rows)).toEqual(expected)
  })

  test('are contiguous, start at whole runs and are few', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), (rows) => {
        const segments = planSegments(rows)
        let end = 0
        for (const segment of segments) {
          expect(segment.first).toBe(end)
          expect(segment.first % 512).toBe(0)
          expect(segment.rows).toBeGreaterThan(0)
          end += segment.rows
        }
        expect(end).toBe(rows)
        expect(segments.length).toBeLessThan(6)
      }),
    )
  })

  test('stay the same while a few posts are added', () => {
    const [big] = planSegments(50_000)
    expect(planSegments(50_100)[0]).toEqual(big)
  })
})

test('runs cover a segment', () => {
  expect(planRuns({ first: 1024, rows: 1100 })).toEqual([
    { first: 1024, rows: 512 },
    { first: 1536, rows: 512 },
    { first: 2048, rows: 76 },
  ])
})
