import { expect, test } from 'vitest'
import { toDayNumber } from '#core/time/day.ts'
import { toPostTimes, toSourceDays } from './clocks.ts'

function makePost(publishedAt: string, sourceDay?: string) {
  return {
    cached: {
      publishedMs: Date.parse(publishedAt),
      sourceDay: sourceDay === undefined ? undefined : toDayNumber(sourceDay),
      row: { publishedAt },
    },
  }
}

const undated = { cached: { row: {} } }
const dayOnly = { cached: { row: { publishedOn: '2020-08-30' } } }

test('posts without a date have the time of the next, and a day begins in the archive’s zone', () => {
  const posts = [undated, dayOnly, makePost('2020-08-30T21:56:11Z')]
  expect(toPostTimes(posts, 10, 'Asia/Shanghai')).toEqual({
    start: 10,
    times: Float64Array.of(
      Date.parse('2020-08-29T16:00:00Z'),
      Date.parse('2020-08-29T16:00:00Z'),
      Date.parse('2020-08-30T21:56:11Z'),
    ),
    dayOnly: Uint32Array.of(11),
  })
})

test('only posts whose source shows another day than the archive are listed', () => {
  const posts = [
    undated,
    dayOnly,
    makePost('2020-08-30T15:56:11Z', '2020-08-30'),
    makePost('2020-08-30T21:56:11Z', '2020-08-31'),
    makePost('2020-08-30T22:00:00Z'),
    makePost('2020-08-30T23:00:00Z', '2020-06-30'),
  ]
  expect(toSourceDays(posts, 10, 'UTC')).toEqual({
    ordinals: Uint32Array.of(13, 15),
    shifts: Int32Array.of(1, -61),
  })
  expect(toSourceDays(posts, 10, 'Asia/Shanghai').ordinals).toEqual(Uint32Array.of(15))
})
