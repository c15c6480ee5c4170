import { describe, expect, test } from 'vitest'
import {
  findHeading,
  findItem,
  findRow,
  rowsPerStretch,
  toStretches,
  toTimelineItems,
} from './timeline-items.ts'

const days = [
  { start: 0, end: 1 },
  { day: '2020-07-31', start: 1, end: 2 },
  { day: '2020-08-29', start: 2, end: 3 },
  { day: '2020-08-30', start: 3, end: 5 },
]
const whole = { start: 0, end: 5 }

describe('toTimelineItems', () => {
  test('newest first: latest day, its rows downwards, undated posts last', () => {
    const { items, headings } = toTimelineItems(days, 'newest', whole)
    expect([...items]).toEqual([-1, 4, 3, -2, 2, -3, 1, -4, 0])
    expect(headings).toEqual([
      { day: '2020-08-30', count: 2, month: { month: '2020-08', count: 3 } },
      { day: '2020-08-29', count: 1 },
      { day: '2020-07-31', count: 1, month: { month: '2020-07', count: 1 } },
      { count: 1 },
    ])
  })

  test('oldest first: the other way round', () => {
    expect([...toTimelineItems(days, 'oldest', whole).items]).toEqual([
      -1, 0, -2, 1, -3, 2, -4, 3, 4,
    ])
  })

  test('a stretch holds its own rows and the counts of the whole list', () => {
    const { items, headings } = toTimelineItems(days, 'newest', { start: 2, end: 4 })
    expect([...items]).toEqual([-1, 3, -2, 2])
    expect(headings[0]).toEqual({
      day: '2020-08-30',
      count: 2,
      month: { month: '2020-08', count: 3 },
    })
  })
})

test('rows and headings are found from any item', () => {
  const layout = toTimelineItems(days, 'newest', whole)
  expect(findItem(layout, 2)).toBe(4)
  expect(findItem(layout, 99)).toBe(-1)
  expect(findHeading(layout, 2)?.day).toBe('2020-08-30')
  expect(findHeading(layout, 3)?.day).toBe('2020-08-29')
  expect(findRow(layout, 3, 1)).toBe(4)
  expect(findRow(layout, 3, -1)).toBe(2)
  expect(findRow(layout, 0, -1)).toBe(-1)
  expect(findRow(layout, 9, 1)).toBe(-1)
})

describe('toStretches', () => {
  test('an ordinary list is one stretch, an empty one too', () => {
    expect(toStretches(5, 'newest')).toEqual([whole])
    expect(toStretches(0, 'newest')).toEqual([{ start: 0, end: 0 }])
  })

  test.each(['newest', 'oldest'] as const)(
    'a million posts, %s first, each stand in one stretch',
    (sort) => {
      const stretches = toStretches(1_000_000, sort)
      expect(stretches).toHaveLength(1_000_000 / rowsPerStretch)
      const ordered = sort === 'newest' ? stretches.toReversed() : stretches
      expect(ordered[0]?.start).toBe(0)
      expect(ordered.at(-1)?.end).toBe(1_000_000)
      expect(ordered.every(({ start }, at) => at === 0 || start === ordered[at - 1]?.end)).toBe(
        true,
      )
    },
  )
})
