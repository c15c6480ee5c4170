import { emptySelection, listSelection, type Selection } from './selection.ts'

/**
 * An order of all posts other than that of their ordinals: by the days of a clock on which a later post may fall on an
 * earlier day. Both lists hold every post; each is the inverse of the other.
 */
export interface Places {
  /** The ordinal at each place. */
  ordinals: Uint32Array
  /** The place of each ordinal. */
  ofOrdinal: Uint32Array
}

/** Memoized: heading, list and counts of a view ask for the same selection. */
const knownPlaces = new WeakMap<Selection, { places: Places; selection: Selection }>()

/** The places of the selected posts; the selection itself where places are ordinals. */
export function toPlaceSelection(places: Places | undefined, selection: Selection): Selection {
  if (places === undefined) return selection
  const known = knownPlaces.get(selection)
  if (known?.places === places) return known.selection
  const found = mapSelection(selection, places.ofOrdinal)
  knownPlaces.set(selection, { places, selection: found })
  return found
}

/** The posts at the selected places. */
export function toOrdinalSelection(places: Places | undefined, selection: Selection): Selection {
  return places === undefined ? selection : mapSelection(selection, places.ordinals)
}

function mapSelection(selection: Selection, to: Uint32Array): Selection {
  const { length } = to
  if (selection.kind === 'range') {
    // Everything stays everything, in any order.
    if (selection.start === 0 && selection.end === length) return selection
    return listSelection(to.slice(selection.start, selection.end).sort())
  }
  if (selection.ordinals.length === 0) return emptySelection
  return listSelection(selection.ordinals.map((at) => to[at] ?? 0).sort())
}
