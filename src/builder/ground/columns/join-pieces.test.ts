import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinPieces } from './join-pieces.ts'

test('yields the same bytes in the same order, whatever the lengths of the pieces', () => {
  const lengths = fc.array(fc.oneof(fc.nat(5), fc.constantFrom(0, 65_535, 65_536, 900_000)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(lengths, (list) => {
      const given = list.map((length, at) => Buffer.alloc(length, at + 1))
      const taken = [...joinPieces(reusingMemory(given))].map((piece) => piece.length)
      const bytes: Buffer[] = []
      for (const piece of joinPieces(reusingMemory(given))) bytes.push(Buffer.from(piece))
      expect(Buffer.concat(bytes).equals(Buffer.concat(given))).toBe(true)
      expect(taken.every((length) => length > 0)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

/** Yields pieces that are overwritten when the next one is requested. */
function* reusingMemory(pieces: readonly Buffer[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    const copy = Uint8Array.from(piece)
    yield copy
    copy.fill(0xff)
  }
}

test('joins small pieces and does not copy large ones', () => {
  const large = new Uint8Array(100_000)
  const given = [new Uint8Array(1), new Uint8Array(2), large, new Uint8Array(3)]
  const joined = [...joinPieces(given)]
  expect(joined.map(({ length }) => length)).toEqual([3, 100_000, 3])
  expect(joined[1]).toBe(large)
})
