import type { DrawRank, Quantiles } from '../draws.ts'
import type { Script } from '../text/prose.ts'

/**
 * What a source's posts look like. `video`: descriptions of a video channel. `community`: clean HTML with figures.
 * `blog`, `magazine`, `portal`: whole pages with their chrome, lazy pictures, comments. `journal`: essays cut from their
 * page. `platform`: feed items with a tracking pixel and frames.
 */
export const families = [
  'video',
  'community',
  'blog',
  'magazine',
  'portal',
  'journal',
  'platform',
] as const
export type Family = (typeof families)[number]

/** One feed that a collection mirrors. */
export interface Source {
  /** Its name: the twin tag and category of its posts. */
  feed: string
  /** Host of the original addresses. */
  host: string
  family: Family
  authors: readonly string[]
  drawAuthor: DrawRank
  /** Scripts its posts are written in, the first one most. */
  scripts: readonly Script[]
  /** Characters of visible text in a post. */
  text: Quantiles
}

/** Probabilities that a post comes a second time. */
export interface Repeats {
  /** Same file name and bytes in another folder. */
  copy: number
  /** Same file name, other bytes. */
  edition: number
  /** Same source address, other title and time. */
  repost: number
}
