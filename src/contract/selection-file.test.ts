import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listSelection, rangeSelection, toOrdinals } from '#core/selection/selection.ts'
import { ContractError } from './contract-error.ts'
import { parseSelectionBytes } from './selection-file.ts'
import { toSelectionBytes } from './selection-writer.ts'

const top = 0xffffffff

/** Ordinals of the bytes; none when they are rejected with a ContractError. */
function readOrRefuse(bytes: Uint8Array): number[] {
  try {
    return [...toOrdinals(parseSelectionBytes(bytes))]
  } catch (error) {
    if (error instanceof ContractError) return []
    throw error
  }
}

describe('the bytes of a selection', () => {
  test('round-trip ordinals up to 32 bits', () => {
    const ordinal = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: top }), fc.constant(top))
    fc.assert(
      fc.property(fc.uniqueArray(ordinal, { maxLength: 50 }), (values) => {
        const sorted = Uint32Array.from(values).toSorted()
        const read = parseSelectionBytes(toSelectionBytes(listSelection(sorted)))
        expect([...toOrdinals(read)]).toEqual([...sorted])
      }),
    )
  })

  test('round-trip long runs', () => {
    const parts = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 300 })), { maxLength: 20 })
    fc.assert(
      fc.property(parts, (made) => {
        const ordinals: number[] = []
        for (const [gap, run] of made) {
          const first = (ordinals.at(-1) ?? 0) + gap + 1
          for (let turn = 0; turn < run; turn++) ordinals.push(first + turn)
        }
        const packed = toSelectionBytes(listSelection(Uint32Array.from(ordinals)))
        expect([...toOrdinals(parseSelectionBytes(packed))]).toEqual(ordinals)
        expect(packed.length).toBeLessThanOrEqual(made.length * 5)
      }),
    )
  })

  test('round-trip a range as a range', () => {
    const range = rangeSelection(1000, 2000)
    expect(parseSelectionBytes(toSelectionBytes(range))).toEqual(range)
  })

  test.each([
    [[], []],
    [[0], [0]],
    [[127], [127]],
    [[128], [128, 1]],
    [
      [0, 1, 300],
      [0, 1, 171, 2],
    ],
    [[top], [255, 255, 255, 255, 15]],
    [
      [7, 8, 9],
      [7, 1, 1],
    ],
    [
      [7, 8, 9, 10, 12],
      [7, 0, 3, 2],
    ],
    [
      [0, 1, 2, 3],
      [0, 0, 3],
    ],
  ])('of %j are %j', (ordinals, bytes) => {
    const selection = listSelection(Uint32Array.from(ordinals))
    expect([...toSelectionBytes(selection)]).toEqual(bytes)
  })

  test.each([
    ['cut off inside a number', [128]],
    ['cut off after a number', [5, 255]],
    ['cut off inside a run', [5, 0]],
    ['with an empty run', [5, 0, 0]],
    ['with a run above 32 bits', [255, 255, 255, 255, 15, 0, 3]],
    ['with a run that would exhaust the memory', [5, 0, 255, 255, 255, 255, 14]],
    ['above 32 bits', [255, 255, 255, 255, 16]],
    ['far above 32 bits', [...Array.from({ length: 200 }, () => 255), 1]],
    ['above 32 bits when added up', [255, 255, 255, 255, 15, 1]],
  ])('%s are rejected', (_, bytes) => {
    expect(() => parseSelectionBytes(Uint8Array.from(bytes))).toThrow(ContractError)
  })

  test('of any kind yield ascending ordinals or a ContractError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = readOrRefuse(bytes)
        expect(read.every((ordinal, at) => at === 0 || ordinal > (read[at - 1] ?? 0))).toBe(true)
      }),
    )
  })
})
