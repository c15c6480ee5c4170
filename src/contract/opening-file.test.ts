import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listSelection } from '#core/selection/selection.ts'
import { ContractError } from './contract-error.ts'
import { parseOpening, type Opening } from './opening-file.ts'
import { toOpeningFile } from './opening-writer.ts'
import { parseTimelineShard } from './timeline-shard.ts'

const calendar = { timeZone: 'UTC', days: [{ day: '2020-02-28', start: 0, end: 5 }] }
const shard = parseTimelineShard({
  firstOrdinal: 4,
  rows: [
    {
      id: '2020-02-28-abcdefg2',
      tags: [],
      collection: 'news',
      kind: 'article',
      length: { count: 1, unit: 'words' },
    },
  ],
  packs: [],
})

function throughTheWire(opening: Opening): Opening {
  const wire: unknown = JSON.parse(JSON.stringify(toOpeningFile(opening)))
  return parseOpening(wire)
}

describe('the opening file', () => {
  test('round-trips', () => {
    const ordinals = fc.uniqueArray(fc.nat(4_000_000_000), { maxLength: 30 })
    fc.assert(
      fc.property(ordinals, (made) => {
        const superseded = listSelection(Uint32Array.from(made).toSorted())
        const opening = { calendar, superseded, newest: [shard] }
        expect(throughTheWire(opening)).toEqual(opening)
      }),
    )
  })

  test('delta-codes the older versions', () => {
    const superseded = listSelection(Uint32Array.of(3, 4, 90))
    expect(toOpeningFile({ calendar, superseded, newest: [] }).superseded).toEqual([3, 1, 86])
  })

  const whole = toOpeningFile({
    calendar,
    superseded: listSelection(Uint32Array.of(3)),
    newest: [],
  })
  const { timeZone: _, ...withoutZone } = whole.calendar

  test.each<[string, unknown]>([
    ['nothing', null],
    ['no calendar', { superseded: [], newest: [] }],
    ['a calendar without a zone', { ...whole, calendar: withoutZone }],
    [
      'lists of days of different lengths',
      { ...whole, calendar: { ...whole.calendar, counts: [] } },
    ],
    [
      'a day that does not exist',
      { ...whole, calendar: { ...whole.calendar, firstDay: '2020-13-01' } },
    ],
    ['a negative count', { ...whole, calendar: { ...whole.calendar, counts: [-1] } }],
    ['half a post', { ...whole, calendar: { ...whole.calendar, undated: 0.5 } }],
    ['an older version twice', { ...whole, superseded: [3, 0] }],
    ['a negative ordinal', { ...whole, superseded: [-1] }],
    ['ordinals beyond 32 bits', { ...whole, superseded: [4_294_967_295, 1] }],
    ['invalid rows', { ...whole, newest: [{ ...shard, rows: [{}] }] }],
  ])('with %s is rejected', (_name, value) => {
    expect(() => parseOpening(value)).toThrow(ContractError)
  })
})
