import type { FacetName } from '#core/facet/facet.ts'

/** One value of a facet and the posts that carry it. */
export interface FacetValue {
  value: string
  /** Number of posts with this value, older versions excluded. */
  count: number
  /** Ascending, older versions included. */
  ordinals: Uint32Array
  /** Whether no front matter has it: it was derived from the pages alone. */
  isDerived: boolean
  /** Whether it says what an author says: one of the same name has the same posts. */
  isTwin: boolean
}

/** All values of one facet, most frequent first, then by code units. */
export interface FacetIndex {
  facet: FacetName
  values: FacetValue[]
  /** Whether every post's categories equal its tags. */
  isTwin: boolean
}
