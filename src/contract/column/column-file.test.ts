import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContractError } from '../contract-error.ts'
import { readColumn } from './column-file.ts'
import { toColumnBytes } from './column-writer.ts'

/** Values of posts; a post may have none, and any text may be a value. */
const posts = fc
  .uniqueArray(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', '\ud800', '\udfff', ''),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .chain((values) =>
    fc.array(fc.oneof(fc.subarray(values), fc.constant(values.slice(0, 1))), {
      maxLength: 300,
    }),
  )

function toBytes(lists: readonly (readonly string[])[], derived: readonly string[] = []) {
  const values = [...new Set(lists.flat())]
  const places = new Map(values.map((value, at) => [value, at]))
  const starts = [0]
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length)
  return toColumnBytes({
    values: values.map((value) => ({ value, isDerived: derived.includes(value) })),
    starts: Uint32Array.from(starts),
    members: Uint32Array.from(lists.flatMap((list) => list.map((value) => places.get(value) ?? 0))),
  })
}

function read(bytes: Uint8Array, rows: number, start = 0) {
  const steps = readColumn(bytes, { start, end: start + rows })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The values of each post as a column tells them. */
function toLists(bytes: Uint8Array, rows: number): string[][] {
  const { values, listOf, starts, members } = read(bytes, rows)
  return Array.from(listOf, (list) =>
    Array.from(members.subarray(starts[list], starts[list + 1]), (at) => values[at] ?? '?'),
  )
}

const sorted = (lists: readonly (readonly string[])[]) => lists.map((list) => list.toSorted())

test('a column gives every post the values it was made from', () => {
  fc.assert(
    fc.property(posts, (lists) => {
      expect(sorted(toLists(toBytes(lists), lists.length))).toEqual(sorted(lists))
    }),
  )
})

test('the same posts give the same bytes, in whatever order their values come', () => {
  fc.assert(
    fc.property(posts, (lists) => {
      expect(toBytes(lists.map((list) => list.toReversed()))).toEqual(toBytes(lists))
    }),
  )
})

test.each([
  ['no posts', []],
  ['one post without values', [[]]],
  ['all posts with one value', Array.from({ length: 20 }, () => ['tea'])],
  ['posts that share no list', Array.from({ length: 70_000 }, (_, at) => [`tag ${at}`])],
  [
    'frequencies that make long codes',
    Array.from({ length: 20 }, (_, at) =>
      Array.from({ length: Math.round(1.6 ** at) }, () => [`tag ${at}`]),
    ).flat(),
  ],
])('%s make a column', (_, lists) => {
  expect(sorted(toLists(toBytes(lists), lists.length))).toEqual(sorted(lists))
})

test('says which values no front matter has, and where it begins', () => {
  const column = read(toBytes([['tea', 'sea'], ['sea']], ['tea']), 2, 64)
  expect([...column.derived].map((at) => column.values[at])).toEqual(['tea'])
  expect(column.start).toBe(64)
})

test('takes about as many bits a post as its values tell', () => {
  // Two values at random are one bit a post, a constant none.
  const coins = Array.from({ length: 8_000 }, (_, at) => [(at * 7919) % 13 < 6 ? 'a' : 'b'])
  expect(toBytes(coins).length).toBeLessThan(8_000 / 8 + 120)
  expect(toBytes(coins.map(() => ['a'])).length).toBeLessThan(120)
})

const good = toBytes([['tea'], ['tea', 'sea'], ['sea'], [], ['tea']])

/** The same body under another head. */
function withHead(change: object): Uint8Array {
  const length = new DataView(good.buffer).getUint32(0, true)
  const head: unknown = JSON.parse(new TextDecoder().decode(good.subarray(4, 4 + length)))
  const text = new TextEncoder().encode(JSON.stringify(Object.assign({}, head, change)))
  const bytes = new Uint8Array([0, 0, 0, 0, ...text, ...good.subarray(4 + length)])
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  return bytes
}

describe('a column is rejected', () => {
  test.each([
    ['when it is empty', new Uint8Array()],
    ['when its head is cut off', good.subarray(0, 20)],
    ['when its head is no JSON', good.map((byte, at) => (at === 4 ? 33 : byte))],
    ['when its body is cut off', good.subarray(0, -1)],
    ['when it goes on', new Uint8Array([...good, 0])],
    ['with other posts than there are', withHead({ rows: 4 })],
    ['with more posts than an archive can have', withHead({ rows: 2 ** 40 })],
    ['with a value twice', withHead({ values: ['tea', 'tea'] })],
    ['with more values than codes', withHead({ values: ['tea', 'sea', 'bee'] })],
    ['with an unknown derived value', withHead({ derived: [2] })],
    ['with an unknown twin', withHead({ twins: [2] })],
    ['with codes for nothing', withHead({ valueCode: [0, 1] })],
    ['with too many codes', withHead({ listCode: [0, 2, 9] })],
    ['with codes that are too long', withHead({ valueCode: [0, 0, 0, ...Array(40).fill(0), 2] })],
    ['with more lists than posts', withHead({ lists: 6 })],
    ['with fewer lists than its posts have', withHead({ lists: 3 })],
    ['with a symbol that is none', withHead({ once: 7 })],
  ])('%s', (_, bytes) => {
    const rows = bytes.length === withHead({ rows: 2 ** 40 }).length ? 2 ** 40 : 5
    expect(() => read(bytes, rows)).toThrow(ContractError)
  })

  test('or is whole, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
        const bytes = good.slice()
        bytes[at] = byte
        expect(tryLists(bytes)).toSatisfy(
          (lists) => lists === ContractError || (Array.isArray(lists) && lists.length === 5),
        )
      }),
    )
  })
})

/** The values of five posts, none of them unknown, or the class of the error. */
function tryLists(bytes: Uint8Array): unknown {
  try {
    const lists = toLists(bytes, 5)
    return lists.flat().includes('?') ? 'unknown value' : lists
  } catch (error) {
    return error instanceof Error ? error.constructor : error
  }
}
