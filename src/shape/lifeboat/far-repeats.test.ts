import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { takeFarRepeats } from './far-repeats.ts'
import { putBackRepeats, toMostPacked } from './put-back-repeats.ts'

/** Bytes that look like noise and are the same each time. */
function makeNoise(length: number, seed: number): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 16
  })
}

const join = (...parts: Uint8Array[]) => joinBytes(parts)
const page = makeNoise(5_000, 1)
const between = makeNoise(40_000, 2)

test.each([
  ['nothing', new Uint8Array()],
  ['less than a repeat', makeNoise(31, 3)],
  ['no repeat', between],
  ['one byte over and over', new Uint8Array(100_000)],
  ['one byte over and over, behind others', join(makeNoise(50, 5), new Uint8Array(80_000))],
  ['a repeat at the end', join(page, between, page)],
  ['repeats side by side', join(page, between, page, page, page.subarray(100))],
  ['a repeat that begins and ends within a block', join(page, between, page.subarray(7, 1_999))],
])('%s comes back as it was, and takes no more room than is kept for it', (_, bytes) => {
  const packed = takeFarRepeats(bytes)
  expect(packed.length).toBeLessThanOrEqual(toMostPacked(bytes.length))
  expect(putBackRepeats(packed, bytes.length)).toEqual(bytes)
})

test('a page that stands far before is taken out whole', () => {
  const bytes = join(page, between, page)
  expect(takeFarRepeats(bytes).length).toBeLessThan(bytes.length - page.length + 20)
})

test('a page that gzip sees is left to it', () => {
  const bytes = join(page, between.subarray(0, 20_000), page)
  expect(takeFarRepeats(bytes).length).toBe(bytes.length + 1)
})

test('any order of pieces comes back', () => {
  const pieces = [page, between, page.subarray(33), between.subarray(5), makeNoise(90, 4)]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
      const bytes = join(...parts)
      expect(putBackRepeats(takeFarRepeats(bytes), bytes.length)).toEqual(bytes)
    }),
    { numRuns: 20 },
  )
})

describe('L4 is refused:', () => {
  test.each<[string, number[]]>([
    ['no number of repeats', []],
    ['a number that does not end', [128]],
    ['a number of more than five bytes', [128, 128, 128, 128, 128, 1]],
    ['more repeats than there is room for', [255, 255, 3, 0, 0, 0]],
    ['bytes before a repeat that are not there', [1, 9, 0, 1]],
    ['a repeat of what is not there yet', [1, 0, 0, 1, 65]],
    ['a repeat that reaches into itself', [1, 1, 0, 2, 65]],
    ['a repeat that leads over the end', [3, 1, 0, 1, 0, 0, 2, 0, 0, 4, 65]],
    ['a repeat of nothing', [1, 0, 0, 0, 65]],
    ['bytes behind the end', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])('%s', (_, packed) => {
    expect(() => putBackRepeats(Uint8Array.from(packed), 6)).toThrow(RangeError)
  })

  test('repeats of nothing, without a list of them in memory', () => {
    const most = 2 ** 24
    const packed = new Uint8Array(toMostPacked(most))
    let repeats = Math.floor(most / 3) - 10
    for (let at = 0; repeats > 0; at++, repeats >>>= 7) {
      packed[at] = (repeats & 127) | (repeats > 127 ? 128 : 0)
    }
    const { heapUsed } = process.memoryUsage()
    expect(() => putBackRepeats(packed, most)).toThrow(RangeError)
    expect(process.memoryUsage().heapUsed - heapUsed).toBeLessThan(most)
  })
})
