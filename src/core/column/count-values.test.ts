import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listSelection, rangeSelection, toOrdinals } from '../selection/selection.ts'
import { countValues } from './count-values.ts'
import type { ValueColumn } from './value-column.ts'

const values = ['tea', 'sea', '__proto__', '茶']

/** A column of random lists from a random ordinal on, and what each post has. */
const column = fc
  .record({
    start: fc.nat(30),
    lists: fc.uniqueArray(fc.subarray([0, 1, 2, 3]), {
      minLength: 1,
      maxLength: 9,
      selector: String,
    }),
    posts: fc.array(fc.nat(), { maxLength: 60 }),
  })
  .map(({ start, lists, posts }): { column: ValueColumn; of: number[][] } => {
    const starts = [0]
    for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length)
    const listOf = Uint16Array.from(posts, (post) => post % lists.length)
    return {
      column: {
        start,
        values,
        derived: new Set(),
        twins: new Set(),
        listOf,
        starts: Uint32Array.from(starts),
        members: Uint32Array.from(lists.flat()),
      },
      of: Array.from(listOf, (list) => lists[list] ?? []),
    }
  })

const selection = fc.oneof(
  fc
    .tuple(fc.nat(100), fc.nat(100))
    .map(([a, b]) => rangeSelection(Math.min(a, b), Math.max(a, b))),
  fc
    .uniqueArray(fc.nat(100))
    .map((list) => listSelection(Uint32Array.from(list.toSorted((a, b) => a - b)))),
)

test('counts what a look at every post counts', () => {
  fc.assert(
    fc.property(column, selection, ({ column: counted, of }, posts) => {
      const expected = values.map(
        (_, at) =>
          [...toOrdinals(posts)].filter((ordinal) => of[ordinal - counted.start]?.includes(at))
            .length,
      )
      const steps = countValues(counted, posts)
      let step = steps.next()
      while (step.done !== true) step = steps.next()
      expect([...step.value]).toEqual(expected)
    }),
  )
})
