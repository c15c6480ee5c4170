import { toPlaceSelection, type Places } from './places.ts'
import { countSelection, ordinalAt, rankOf, type Selection } from './selection.ts'
import type { TimelineSort } from './timeline-filter.ts'

/** Maps rows of a list to ordinals and back, both counted from 0. */
export interface ListOrder {
  /** How many there are. */
  rows: number
  /** The ordinal of a row; `undefined` outside the list. */
  at: (row: number) => number | undefined
  /** The row of an ordinal, or the row it would have if it is not in the list. */
  rowOf: (ordinal: number) => number
}

/**
 * The order by time, and by the days of the list's clock where these have `places` of their own. It needs no list of its own: a row is a position in the selection, counted from one
 * end.
 */
export function buildDateOrder(
  selection: Selection,
  sort: TimelineSort,
  places?: Places,
): ListOrder {
  const shown = toPlaceSelection(places, selection)
  const last = countSelection(shown) - 1
  const toRow = (position: number) => (sort === 'oldest' ? position : last - position)
  return {
    rows: last + 1,
    at: (row) => {
      const place = ordinalAt(shown, toRow(row))
      return place === undefined ? undefined : (places?.ordinals[place] ?? place)
    },
    rowOf: (ordinal) => toRow(rankOf(shown, places?.ofOrdinal[ordinal] ?? ordinal)),
  }
}

/** The order of a ranked list of ordinals. */
export function buildRankOrder(ranked: Uint32Array): ListOrder {
  return {
    rows: ranked.length,
    at: (row) => ranked[row],
    // A post that is no longer in the list maps to the top row.
    rowOf: (ordinal) => Math.max(0, ranked.indexOf(ordinal)),
  }
}
