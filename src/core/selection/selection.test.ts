import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countSelection,
  countShared,
  emptySelection,
  hasOrdinal,
  intersectSelections,
  listSelection,
  ordinalAt,
  rangeSelection,
  rankOf,
  subtractSelection,
  toOrdinals,
  uniteSelections,
  type Selection,
} from './selection.ts'

const maxOrdinal = 200

function toSorted(values: Iterable<number>): number[] {
  return [...values].toSorted((a, b) => a - b)
}

function toSelection(values: Iterable<number>): Selection {
  return listSelection(Uint32Array.from(toSorted(values)))
}

const ordinals = fc.uniqueArray(fc.nat(maxOrdinal), { maxLength: 60 })
const span = fc.tuple(fc.nat(maxOrdinal), fc.nat(maxOrdinal))
/** A selection and the same ordinals as a Set. */
const pair = fc.oneof(
  ordinals.map((values) => ({ selection: toSelection(values), set: new Set(values) })),
  span.map(([start, end]) => {
    const set = new Set<number>()
    for (let ordinal = start; ordinal < end; ordinal++) set.add(ordinal)
    return { selection: rangeSelection(start, end), set }
  }),
)

describe('selections agree with sets', () => {
  const operations: [
    string,
    typeof uniteSelections,
    (a: Set<number>, b: Set<number>) => number[],
  ][] = [
    ['union', uniteSelections, (a, b) => toSorted(new Set([...a, ...b]))],
    ['intersection', intersectSelections, (a, b) => toSorted([...a].filter((o) => b.has(o)))],
    ['difference', subtractSelection, (a, b) => toSorted([...a].filter((o) => !b.has(o)))],
  ]
  test.each(operations)('%s', (_, combine, oracle) => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const result = combine(a.selection, b.selection)
        expect([...toOrdinals(result)]).toEqual(oracle(a.set, b.set))
        expect(countSelection(result)).toBe(oracle(a.set, b.set).length)
      }),
    )
  })

  test('number of shared ordinals', () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const shared = [...a.set].filter((ordinal) => b.set.has(ordinal))
        expect(countShared(a.selection, b.selection)).toBe(shared.length)
      }),
    )
  })

  test('number of ordinals shared by a small and a large list', () => {
    const large = toSelection(Array.from({ length: 400 }, (_, at) => at * 3))
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1300), { maxLength: 8 }), (values) => {
        const expected = values.filter((value) => value % 3 === 0 && value < 1200).length
        expect(countShared(toSelection(values), large)).toBe(expected)
        expect(countShared(large, toSelection(values))).toBe(expected)
      }),
    )
  })

  test('difference of a large list and a small one', () => {
    const large = Array.from({ length: 400 }, (_, at) => at * 3)
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1300), { maxLength: 24 }), (values) => {
        const rest = subtractSelection(toSelection(large), toSelection(values))
        expect([...toOrdinals(rest)]).toEqual(large.filter((one) => !values.includes(one)))
      }),
    )
  })

  test('in members, positions and ranks', () => {
    fc.assert(
      fc.property(pair, fc.nat(maxOrdinal + 5), ({ selection, set }, ordinal) => {
        const sorted = toSorted(set)
        expect(hasOrdinal(selection, ordinal)).toBe(set.has(ordinal))
        expect(rankOf(selection, ordinal)).toBe(sorted.filter((other) => other < ordinal).length)
        expect(ordinalAt(selection, ordinal)).toBe(sorted[ordinal])
      }),
    )
  })
})

describe('a selection', () => {
  test('without gaps is stored as a range', () => {
    expect(listSelection(Uint32Array.of(4, 5, 6))).toEqual({ kind: 'range', start: 4, end: 7 })
    expect(listSelection(new Uint32Array())).toBe(emptySelection)
    expect(rangeSelection(5, 5)).toBe(emptySelection)
    expect(rangeSelection(6, 5)).toBe(emptySelection)
  })

  test('of a million contiguous posts takes no memory', () => {
    const all = rangeSelection(0, 1_000_000)
    expect(all).toEqual({ kind: 'range', start: 0, end: 1_000_000 })
    const few = toSelection([5, 999_999])
    expect(intersectSelections(all, few)).toEqual(few)
    expect(countShared(all, few)).toBe(2)
    expect(subtractSelection(few, all)).toEqual(emptySelection)
  })

  test('has no position before its first', () => {
    expect(ordinalAt(rangeSelection(3, 9), -1)).toBeUndefined()
    expect(ordinalAt(toSelection([3, 9]), -1)).toBeUndefined()
  })

  test('handles the largest 32-bit ordinal', () => {
    const top = 0xffffffff
    expect([...toOrdinals(uniteSelections(toSelection([0, top]), toSelection([7])))]).toEqual([
      0,
      7,
      top,
    ])
  })
})
