/** Flags of a row, one bit each. */
export const flag = {
  hasPost: 1,
  hasUrl: 2,
  hasTitle: 4,
  hasCategories: 8,
  inWords: 16,
  hasDerived: 32,
  isPlainAddress: 64,
  linksWithin: 128,
} as const
