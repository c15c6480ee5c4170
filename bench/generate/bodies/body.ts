import type { PostFacts } from '../plan/post-facts.ts'
import type { Random } from '../random.ts'
import type { Prose } from '../text/prose.ts'

/** What the body of a post is written from. */
export interface BodyInput {
  facts: PostFacts
  random: Random
  prose: Prose
  /** Characters of visible text to write, roughly. */
  characters: number
}

/** Writes the HTML of one post, as its source would have sent it. */
export type WriteBody = (input: BodyInput) => string
