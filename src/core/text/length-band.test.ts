import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthBands, listLengthValues, toLengthBand } from './length-band.ts'

test('every number of minutes is in one range', () => {
  fc.assert(
    fc.property(fc.nat(5_000), (minutes) => {
      const within = lengthBands.filter(({ from, to }) => from <= minutes && minutes <= to)
      expect(within).toEqual([toLengthBand(minutes)])
    }),
  )
})

test.each<[string, string[]]>([
  ['0', ['0']],
  ['1', ['1']],
  ['2-4', ['2-4']],
  ['2..4', ['2-4']],
  ['２－４', ['2-4']],
  ['0-1', ['0', '1']],
  ['2–9', ['2-4', '5-9']],
  ['20+', ['20+']],
  ['10..', ['10-19', '20+']],
  ['..4', ['0', '1', '2-4']],
  [' 5 - 9 ', ['5-9']],
  ['3', []],
  ['3-9', []],
  ['5-8', []],
  ['9-5', []],
  ['', []],
  ['..', []],
  ['+', []],
  ['2+4', []],
  ['long', []],
  ['99999', []],
])('"%s" means %j', (typed, values) => {
  expect(listLengthValues(typed)).toEqual(values)
})

test('each value means itself', () => {
  for (const { value } of lengthBands) expect(listLengthValues(value)).toEqual([value])
})
