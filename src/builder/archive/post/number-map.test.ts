import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NumberMap } from './number-map.ts'

test('gives what was set last for a number, as a map does', () => {
  const key = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 40 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: -1, max: 1000 }))), (entries) => {
      const ours = new NumberMap(2)
      for (const [number, value] of entries) ours.set(number, value)
      const known = new Map(entries)
      for (const number of [...known.keys(), 7, 2 ** 33]) {
        expect(ours.get(number)).toBe(known.get(number))
      }
    }),
  )
})
