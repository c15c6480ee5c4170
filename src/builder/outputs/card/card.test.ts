import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cardHeight, cardWidth } from '#builder/site/page/card-file.ts'
import { countMonths } from './count-months.ts'
import { drawCard } from './draw-card.ts'
import { toPngBytes } from './png.ts'

const largestBytes = 30_000
const decades = Array.from({ length: 1200 }, (_, month) => (month * month) % 977)

describe('the archive’s card', () => {
  test('is a small PNG of the size that previews ask for, whatever the archive', () => {
    for (const months of [[], [1], [0, 0], decades]) {
      const bytes = toPngBytes(drawCard(months))
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([cardWidth, cardHeight])
      expect(bytes.length).toBeLessThan(largestBytes)
    }
  })

  test('holds its pixels row by row', () => {
    const picture = drawCard([3, 1])
    const bytes = toPngBytes(picture)
    const start = bytes.indexOf('IDAT')
    const length = bytes.readUInt32BE(start - 4)
    const rows = inflateSync(bytes.subarray(start + 4, start + 4 + length))
    expect(rows).toHaveLength((cardWidth + 1) * cardHeight)
    const row = 450
    expect(rows.subarray(row * (cardWidth + 1) + 1, (row + 1) * (cardWidth + 1))).toEqual(
      Buffer.from(picture.pixels.subarray(row * cardWidth, (row + 1) * cardWidth)),
    )
  })

  test('is the same for equal months, and different for others', () => {
    expect(toPngBytes(drawCard(decades))).toEqual(toPngBytes(drawCard([...decades])))
    expect(drawCard([3, 1]).pixels).not.toEqual(drawCard([1, 3]).pixels)
  })
})

test('counts posts by month from the first day to the last, without undated posts', () => {
  const days = [
    { start: 0, end: 2 },
    { day: '2019-12-30', start: 2, end: 5 },
    { day: '2020-02-01', start: 5, end: 6 },
    { day: '2020-02-29', start: 6, end: 9 },
  ]
  expect(countMonths({ timeZone: 'UTC', days })).toEqual([3, 0, 4])
  expect(countMonths({ timeZone: 'UTC', days: [] })).toEqual([])
})
