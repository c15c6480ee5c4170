import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContractError } from '../contract-error.ts'
import { parseSourceDaysBytes, toSourceDaysBytes } from './source-days-file.ts'
import { parseTimesBytes, toTimesBytes } from './times-file.ts'

/** Times of consecutive posts, oldest first, some with only a day. */
const posts = fc.record({
  start: fc.nat(1_000_000),
  times: fc
    .array(fc.integer({ min: Date.UTC(1969, 11, 31), max: Date.UTC(2101, 0) }), {
      minLength: 1,
      maxLength: 200,
    })
    .map((times) => Float64Array.from(times).toSorted()),
  only: fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }),
})

describe('the times of posts', () => {
  test('come back to the minute, or to half of one before 1972', () => {
    fc.assert(
      fc.property(posts, ({ start, times, only }) => {
        const dayOnly = Uint32Array.from(times.keys())
          .filter((at) => only[at] === true)
          .map((at) => start + at)
        const bytes = toTimesBytes({ start, times, dayOnly })
        const unitMs = (times[0] ?? 0) < Date.UTC(1972, 0, 7, 0, 44, 30) ? 30_000 : 60_000
        expect(parseTimesBytes(bytes, { start, end: start + times.length })).toEqual({
          start,
          times: times.map((ms) => Math.floor(ms / unitMs) * unitMs),
          dayOnly,
        })
      }),
    )
  })

  test.each([
    [1_000_000, 630, 6],
    [6_003, 63_000, 13],
  ])(
    'take few bits: %i posts, one in %i seconds on average, %i bits a post',
    (count, gap, bits) => {
      // Gaps of a random stream are long seldom and short often; this one repeats itself.
      let ms = Date.UTC(2004, 0)
      const times = Float64Array.from({ length: Math.min(count, 65_536) }, (_, at) => {
        ms += -Math.log(((at * 7919) % 9973) / 9973 + 1e-4) * gap * 1000
        return ms
      })
      const bytes = toTimesBytes({ start: 0, times, dayOnly: new Uint32Array() })
      expect((bytes.length * 8) / times.length).toBeLessThan(bits)
    },
  )
})

describe('the days of sources', () => {
  test('come back', () => {
    const shifts = fc.uniqueArray(fc.tuple(fc.nat(500), fc.integer({ min: -9000, max: 9000 })), {
      selector: ([ordinal]) => ordinal,
    })
    fc.assert(
      fc.property(shifts, fc.nat(1_000_000), (pairs, start) => {
        const sorted = pairs.toSorted(([a], [b]) => a - b)
        const days = {
          ordinals: Uint32Array.from(sorted, ([ordinal]) => start + ordinal),
          shifts: Int32Array.from(sorted, ([, shift]) => shift),
        }
        const span = { start, end: start + 501 }
        expect(parseSourceDaysBytes(toSourceDaysBytes(days, start), span)).toEqual(days)
      }),
    )
  })
})

const good = toTimesBytes({
  start: 0,
  times: Float64Array.of(0, 60_000, 1e12),
  dayOnly: Uint32Array.of(1),
})
const goodDays = toSourceDaysBytes({ ordinals: Uint32Array.of(1), shifts: Int32Array.of(-1) }, 0)

/** Whether bytes are read as four times, or rejected as a broken contract. */
function tryParse(bytes: Uint8Array): boolean {
  try {
    return parseTimesBytes(bytes, { start: 5, end: 9 }).times.length === 4
  } catch (error) {
    return error instanceof ContractError
  }
}

describe('a clock file is rejected', () => {
  test.each([
    ['when it is empty', new Uint8Array(), 3],
    ['when it is cut off', good.subarray(0, -1), 3],
    ['when it goes on', Uint8Array.of(...good, 0), 3],
    ['when it has fewer posts', good, 40],
    ['when it has more posts', good, 1],
    ['when a number has no end', new Uint8Array(9).fill(255), 3],
  ])('%s', (_, bytes, rows) => {
    expect(() => parseTimesBytes(bytes, { start: 0, end: rows })).toThrow(ContractError)
  })

  test.each([
    ['when it is empty', new Uint8Array()],
    ['when it is cut off', goodDays.subarray(0, -1)],
    ['when it goes on', Uint8Array.of(...goodDays, 0)],
    ['when it names posts of another part', Uint8Array.of(1, 9, 1)],
    ['when it has more posts than there are', Uint8Array.of(255, 255, 3)],
  ])('of source days, %s', (_, bytes) => {
    expect(() => parseSourceDaysBytes(bytes, { start: 0, end: 3 })).toThrow(ContractError)
  })

  test('or read, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(tryParse(bytes)).toBe(true)
      }),
    )
  })
})
