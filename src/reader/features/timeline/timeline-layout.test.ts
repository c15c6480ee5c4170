import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildCompactLayout,
  buildLayout,
  buildRankedLayout,
  findDay,
  findItem,
  itemAt,
  toHeadingIndex,
  toItemTop,
  toRowIndex,
  toRowTop,
} from './timeline-layout.ts'

const days = [
  { start: 0, end: 1 },
  { day: '2020-07-31', start: 1, end: 2 },
  { day: '2020-08-29', start: 2, end: 3 },
  { day: '2020-08-30', start: 3, end: 5 },
]
const heights = { row: 100, compact: 60, day: 40, month: 90 }

describe('buildLayout', () => {
  test('puts the latest day first and undated posts last when sorted newest first', () => {
    const layout = buildLayout(days, 'newest', heights)
    expect(layout.headings).toEqual([
      {
        day: '2020-08-30',
        count: 2,
        month: { month: '2020-08', count: 3 },
        firstRow: 0,
      },
      { day: '2020-08-29', count: 1, firstRow: 2 },
      {
        day: '2020-07-31',
        count: 1,
        month: { month: '2020-07', count: 1 },
        firstRow: 3,
      },
      { count: 1, firstRow: 4 },
    ])
    expect(layout).toMatchObject({ rows: 5, height: 760, tops: [0, 290, 430, 620] })
  })

  test.each(['newest', 'oldest'] as const)(
    'puts a year alone under a heading of its own, %s first',
    (sort) => {
      const coarse = [
        { day: '2019', start: 0, end: 2 },
        { day: '2019-01', start: 2, end: 3 },
        { day: '2019-01-01', start: 3, end: 4 },
      ]
      const { headings } = buildLayout(coarse, sort, heights)
      const found = headings.map(({ day, month }) => [day, month?.month, month?.count])
      const year = ['2019', '2019', 2]
      expect(found).toEqual(
        sort === 'oldest'
          ? [year, ['2019-01', '2019-01', 2], ['2019-01-01', undefined, undefined]]
          : [['2019-01-01', '2019-01', 2], ['2019-01', undefined, undefined], year],
      )
    },
  )

  test('keeps the headings under other heights, so that no row renders again', () => {
    const layout = buildLayout(days, 'newest', heights)
    const larger = buildLayout(days, 'newest', { ...heights, row: 130 })
    expect(larger.headings).toBe(layout.headings)
    expect(larger.tops).toEqual([0, 350, 520, 740])
    const results = buildCompactLayout(days, 'newest', heights)
    expect(buildCompactLayout(days, 'newest', { ...heights, compact: 80 }).headings).toBe(
      results.headings,
    )
  })

  test('reverses the order when sorted oldest first', () => {
    const { headings } = buildLayout(days, 'oldest', heights)
    expect(headings.map(({ day }) => day)).toEqual([
      undefined,
      '2020-07-31',
      '2020-08-29',
      '2020-08-30',
    ])
  })

  test('gives an empty list no height', () => {
    const layout = buildLayout([], 'newest', heights)
    expect(layout).toMatchObject({ rows: 0, height: 0 })
    expect(itemAt(layout, 0)).toBeUndefined()
    expect(findItem(layout, 10)).toBe(0)
  })
})

describe('items by index and by height', () => {
  const layout = buildLayout(days, 'newest', heights)
  test.each([
    [0, 'heading', 0],
    [1, 'row', 90],
    [2, 'row', 190],
    [3, 'heading', 290],
    [4, 'row', 330],
    [8, 'row', 660],
  ])('item %i is a %s at %i', (index, kind, top) => {
    expect(itemAt(layout, index)?.kind).toBe(kind)
    expect(toItemTop(layout, index)).toBe(top)
    expect(findItem(layout, top)).toBe(index)
    expect(findItem(layout, top + 39)).toBe(index)
  })

  test('there are no items outside the list', () => {
    expect(itemAt(layout, -1)).toBeUndefined()
    expect(itemAt(layout, 9)).toBeUndefined()
    expect(findItem(layout, -500)).toBe(0)
    expect(findItem(layout, 9_999)).toBe(8)
  })

  test('lookups by row, by item and by height agree in lists of any shape', () => {
    const counts = array(integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 })
    assert(
      property(counts, (sizes) => {
        let start = 0
        const made = sizes.map((size, at) => {
          const day = new Date(at * 86_400_000 * 9).toISOString().slice(0, 10)
          start += size
          return { day, start: start - size, end: start }
        })
        const list = buildLayout(made, 'newest', heights)
        let top = 0
        for (let index = 0; index < list.headings.length + list.rows; index++) {
          const item = itemAt(list, index)
          expect(toItemTop(list, index)).toBe(top)
          expect(findItem(list, top)).toBe(index)
          expect(item?.kind === 'row' ? toRowTop(list, item.row) : top).toBe(top)
          const isMonth = item?.kind === 'heading' && item.heading.month !== undefined
          top += item?.kind === 'row' ? 100 : isMonth ? 90 : 40
        }
        expect(top).toBe(list.height)
      }),
    )
  })
})

describe('findDay', () => {
  test.each([
    ['newest', '2020-08-29', '2020-08-29'],
    ['newest', '2020-08-15', '2020-07-31'],
    ['newest', '1999-01-01', '2020-07-31'],
    ['oldest', '2020-08-15', '2020-08-29'],
    ['oldest', '2030-01-01', '2020-08-30'],
  ] as const)('%s first, %s resolves to %s', (sort, day, found) => {
    expect(findDay(buildLayout(days, sort, heights), day, sort)?.day).toBe(found)
  })
})

test('a ranked list has only rows, one below the other', () => {
  const layout = buildRankedLayout(3, heights)
  const tops = [0, 1, 2].map((row) => toRowTop(layout, row))
  expect(tops).toEqual([0, heights.compact, 2 * heights.compact])
  expect(layout.height).toBe(3 * heights.compact)
  const items = tops.map((top) => itemAt(layout, findItem(layout, top)))
  expect(items.map((item) => item?.kind === 'row' && item.row)).toEqual([0, 1, 2])
  expect(findDay(layout, '2020-08-30', 'best')).toBeUndefined()
})

test('results of a search by time have compact rows and no headings, and still find a day', () => {
  const layout = buildCompactLayout(days, 'newest', heights)
  expect(layout).toMatchObject({ isCompact: true, height: 5 * heights.compact })
  const tops = [0, 1, 2, 3, 4].map((row) => toRowTop(layout, row))
  expect(tops).toEqual([0, 60, 120, 180, 240])
  const items = tops.map((top) => itemAt(layout, findItem(layout, top)))
  expect(items.map((item) => item?.kind === 'row' && item.row)).toEqual([0, 1, 2, 3, 4])
  expect(findDay(layout, '2020-08-29', 'newest')?.firstRow).toBe(2)
})

test.each(['newest', 'oldest'] as const)(
  '%s first, rows and headings have the index they are at',
  (sort) => {
    const layout = buildLayout(days, sort, heights)
    for (let row = 0; row < layout.rows; row++) {
      expect(itemAt(layout, toRowIndex(layout, row))).toMatchObject({ kind: 'row', row })
    }
    for (const heading of layout.headings) {
      expect(itemAt(layout, toHeadingIndex(layout, heading))).toEqual({ kind: 'heading', heading })
    }
  },
)
