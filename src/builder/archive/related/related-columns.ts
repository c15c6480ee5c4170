/** Related posts of one post. */
export const relatedPerPost = 6
/** Terms that are named as the reason. */
export const reasonsPerPost = 3

/** How a post is tied to another beside what both are about. */
export const ties = ['none', 'address', 'text'] as const
export type Tie = (typeof ties)[number]

/** The related posts of all posts, in columns: `relatedPerPost` entries a post. */
export interface RelatedColumns {
  /** Ordinal, plus 1; 0 = no more. */
  ordinals: Uint32Array
  /** Place in `ties`. */
  ties: Uint8Array
  /** `reasonsPerPost` entries each: which of the post's own topics, plus 1; 0 = no more. */
  reasons: Uint8Array
}

export function makeRelatedColumns(posts: number): RelatedColumns {
  const entries = posts * relatedPerPost
  return {
    ordinals: new Uint32Array(entries),
    ties: new Uint8Array(entries),
    reasons: new Uint8Array(entries * reasonsPerPost),
  }
}
