import { assert, double, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import {
  moveAnchor,
  tallestTrack,
  toListPlace,
  toTrackHeight,
  toTrackPlace,
} from './scroll-track.ts'

const tall = 95_000_000

test('a list that fits the page is not stretched', () => {
  expect(toTrackHeight(4_750_000)).toBe(4_750_000)
  expect(toListPlace(4_750_000, 1_234_567)).toBe(1_234_567)
  expect(toTrackPlace(4_750_000, 1_234_567)).toBe(1_234_567)
})

test.each([
  ['the top', 0, 0],
  ['near the top', 900_000, 900_000],
  ['the middle', tallestTrack / 2, tall / 2],
  ['near the end', tallestTrack - 900, tall - 900],
])('%s of the track is %i', (_, track, place) => {
  expect(toListPlace(tall, track)).toBe(place)
  expect(toTrackPlace(tall, place)).toBe(track)
})

test('places on the track and in the list map to each other and keep their order', () => {
  assert(
    property(
      integer({ min: 1, max: 200_000_000 }),
      double({ min: 0, max: 1, noNaN: true }),
      double({ min: 0, max: 1, noNaN: true }),
      (height, a, b) => {
        const track = toTrackHeight(height)
        const [low, high] = [Math.min(a, b) * track, Math.max(a, b) * track]
        expect(toListPlace(height, low)).toBeLessThanOrEqual(toListPlace(height, high))
        expect(toTrackPlace(height, toListPlace(height, low))).toBeCloseTo(low, 3)
      },
    ),
  )
})

test('scrolling moves pixel by pixel from any place', () => {
  const anchor = { track: 3_000_000, shift: 44_500_000 }
  const to = { track: 3_000_400, height: tall, window: 900 }
  expect(moveAnchor(anchor, to)).toEqual({ track: 3_000_400, shift: 44_500_000 })
})

test('a jump lands where the scroll bar points', () => {
  const anchor = { track: 0, shift: 0 }
  const { track, shift } = moveAnchor(anchor, { track: 3_000_000, height: tall, window: 900 })
  expect(track + shift).toBe(tall / 2)
})

test('the ends of the scroll bar are the ends of the list', () => {
  const anchor = { track: 500, shift: 70_000 }
  expect(moveAnchor(anchor, { track: 0, height: tall, window: 900 }).shift).toBe(0)
  const end = moveAnchor(anchor, { track: tallestTrack - 900, height: tall, window: 900 })
  expect(end.track + end.shift).toBe(tall - 900)
})
