import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listSelection, toOrdinals } from '../selection/selection.ts'
import { joinSelected, selectValues } from './select-values.ts'
import type { ValueColumn } from './value-column.ts'

const values = ['tea', 'sea', '__proto__', '茶']

function toColumn(start: number, lists: readonly (readonly number[])[]): ValueColumn {
  const starts = [0]
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length)
  return {
    start,
    values,
    derived: new Set(),
    twins: new Set(),
    listOf: Uint16Array.from(lists.keys()),
    starts: Uint32Array.from(starts),
    members: Uint32Array.from(lists.flat()),
  }
}

test('finds the posts that a look at every post finds', () => {
  const lists = fc.array(fc.subarray([0, 1, 2, 3]), { maxLength: 30 })
  const chosen = fc.uniqueArray(fc.nat(70)).map((all) => all.toSorted((a, b) => a - b))
  const wanted = fc.subarray([...values, 'unknown'])
  fc.assert(
    fc.property(lists, lists, chosen, wanted, (early, late, ordinals, asked) => {
      const all = [...early, ...late]
      const parts = [toColumn(0, early), toColumn(early.length, late)].map((part) => {
        const steps = selectValues(part, listSelection(Uint32Array.from(ordinals)), asked)
        let step = steps.next()
        while (step.done !== true) step = steps.next()
        return step.value
      })
      const found = joinSelected(parts).map((selection) => Array.from(toOrdinals(selection)))
      const expected = asked.map((value) =>
        ordinals.filter((ordinal) => all[ordinal]?.includes(values.indexOf(value))),
      )
      expect(found).toEqual(expected)
    }),
  )
})
