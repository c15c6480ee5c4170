import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PieceList } from './piece-list.ts'

test('gives the bytes that were added, in their order, whatever their lengths', () => {
  const lengths = fc.array(fc.oneof(fc.nat(5), fc.constantFrom(65_535, 65_536, 900_000)), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(lengths, (list) => {
      const added = list.map((length, at) => Buffer.alloc(length, at + 1))
      const pieces = new PieceList()
      for (const piece of added) pieces.add(piece)
      expect(Buffer.concat(pieces.list()).equals(Buffer.concat(added))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('a large piece is not copied, small ones are joined', () => {
  const large = new Uint8Array(100_000)
  const pieces = new PieceList()
  for (const piece of [new Uint8Array(1), new Uint8Array(2), large, new Uint8Array(3)]) {
    pieces.add(piece)
  }
  expect(pieces.list().map(({ length }) => length)).toEqual([3, 100_000, 3])
  expect(pieces.list()[1]).toBe(large)
})
