import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packSteps, unpackSteps } from './packed-steps.ts'

test.each([
  ['nothing', [], ''],
  ['small steps up', [1, 2, 2], 'CCA'],
  ['a step down', [16, 15], 'gBD'],
  ['the largest character', [0x10ffff], '+//jC'],
])('packs %s', (_what, numbers, packed) => {
  expect(packSteps(numbers)).toBe(packed)
  expect(unpackSteps(packed)).toEqual(numbers)
})

test('round-trips any list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 30 - 1 })), (numbers) => {
      expect(unpackSteps(packSteps(numbers))).toEqual(numbers)
    }),
  )
})
