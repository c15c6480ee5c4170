/** Facets whose values have feeds of their own. */
export const feedFacets = ['tag', 'category', 'author', 'source'] as const
export type FeedFacet = (typeof feedFacets)[number]
