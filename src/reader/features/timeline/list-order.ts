import { countSelection, ordinalAt, rankOf, type Selection } from '#core/selection/selection.ts'
import type { TimelineSort } from '#core/selection/timeline-filter.ts'

/** Maps rows of a list to ordinals and back, both counted from 0. */
export interface ListOrder {
  /** The ordinal of a row; `undefined` outside the list. */
  at: (row: number) => number | undefined
  /** The row of an ordinal, or the row it would have if it is not in the list. */
  rowOf: (ordinal: number) => number
}

/** The order by time. It needs no list of its own: a row is a position in the selection, counted from one end. */
export function buildDateOrder(selection: Selection, sort: TimelineSort): ListOrder {
  const last = countSelection(selection) - 1
  return sort === 'oldest'
    ? { at: (row) => ordinalAt(selection, row), rowOf: (ordinal) => rankOf(selection, ordinal) }
    : {
        at: (row) => ordinalAt(selection, last - row),
        rowOf: (ordinal) => last - rankOf(selection, ordinal),
      }
}

/** The order of a ranked list of ordinals. */
export function buildRankOrder(ranked: Uint32Array): ListOrder {
  return {
    at: (row) => ranked[row],
    // A post that is no longer in the list maps to the top row.
    rowOf: (ordinal) => Math.max(0, ranked.indexOf(ordinal)),
  }
}
