import { countSelection, ordinalAt, rankOf, type Selection } from '#core/selection/selection.ts'
import type { TimelineSort } from '#core/selection/timeline-filter.ts'

/** Maps rows of a list to ordinals and back, both counted from 0. */
export interface ListOrder {
  /** The ordinal in a row; `undefined` outside the list. */
  at: (row: number) => number | undefined
  /** The row of an ordinal; where it would stand when the list does not hold it. */
  rowOf: (ordinal: number) => number
}

/** The order by time, which needs no list of its own: a row is a position counted from one end. */
export function buildDateOrder(selection: Selection, sort: TimelineSort): ListOrder {
  const last = countSelection(selection) - 1
  return sort === 'oldest'
    ? { at: (row) => ordinalAt(selection, row), rowOf: (ordinal) => rankOf(selection, ordinal) }
    : {
        at: (row) => ordinalAt(selection, last - row),
        rowOf: (ordinal) => last - rankOf(selection, ordinal),
      }
}

/** The order of a list of ordinals as it is given. */
export function buildRankOrder(ranked: Uint32Array): ListOrder {
  return {
    at: (row) => ranked[row],
    // A post that no longer exists leaves the list at its top.
    rowOf: (ordinal) => Math.max(0, ranked.indexOf(ordinal)),
  }
}
