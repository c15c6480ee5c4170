/** The ways to narrow a list that have a dictionary of values. Years and date ranges come from the calendar. */
export const facetNames = [
  'tag',
  'category',
  'author',
  'source',
  'collection',
  'kind',
  'language',
  /** How many minutes an article takes to read, as one of a few ranges. */
  'length',
  /** What a post lacks: text, a picture, a date, the address of its original. */
  'missing',
] as const
export type FacetName = (typeof facetNames)[number]

/** What a reader chose in one facet: posts with any of `include` and none of `exclude`. */
export interface FacetChoice {
  include: string[]
  exclude: string[]
}
