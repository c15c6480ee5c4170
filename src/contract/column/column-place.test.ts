import { expect, test } from 'vitest'
import { toColumnSpans } from './column-place.ts'
import { planColumn } from './column-plan.ts'

test.each([
  [0, []],
  [6_003, [[0, 6_003]]],
  [16_384, [[0, 16_384]]],
  [
    50_547,
    [
      [0, 49_152],
      [49_152, 50_547],
    ],
  ],
  [
    1_000_000,
    [
      [0, 983_040],
      [983_040, 1_000_000],
    ],
  ],
  [65_536, [[0, 65_536]]],
])('splits the column of %i posts at %j', (rows, spans) => {
  expect(planColumn(rows).map(({ start, end }) => [start, end])).toEqual(spans)
})

test('appended posts change the older part in one of a thousand builds at most, and the newer is an eighth at most', () => {
  let changes = 0
  for (let rows = 50_000; rows < 100_000; rows++) {
    const [older, newer] = planColumn(rows)
    const [before] = planColumn(rows - 1)
    if (older?.end !== before?.end) changes++
    expect((newer?.end ?? 0) - (newer?.start ?? 0)).toBeLessThanOrEqual(rows / 8)
  }
  expect(changes).toBeLessThanOrEqual(50)
})

test('each part reaches to the next one, the last to the end', () => {
  expect(toColumnSpans([{ start: 0 }, { start: 64 }], 70)).toEqual([
    { start: 0, end: 64 },
    { start: 64, end: 70 },
  ])
})
