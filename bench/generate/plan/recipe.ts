import { readFileSync } from 'node:fs'
import type { Quantiles } from '../random.ts'
import type { Script } from '../text/prose.ts'

/**
 * What a source's posts look like. `video`: descriptions of a video channel. `community`: clean
 * HTML with figures. `blog`, `magazine`, `portal`: whole pages with their chrome, lazy pictures,
 * comments. `journal`: essays cut from their page. `platform`: feed items with a tracking pixel.
 */
export type Family = 'video' | 'community' | 'blog' | 'magazine' | 'portal' | 'journal' | 'platform'

/** Feeds of one family within a collection. */
export interface FeedRecipe {
  family: Family
  share: number
  /** Feeds of this family; the first one has most posts. */
  feeds: number
  /** Authors of all these feeds together in an archive of fifty thousand posts. */
  authors: number
  host: string
  scripts: readonly Script[]
  /** Characters of visible text in a post. */
  text: Quantiles
}

/** What a collection is like; the numbers come from measured archives of 29,591, 15,271 and 5,685 posts. */
export interface CollectionRecipe {
  name: string
  title: string
  description: string
  share: number
  feeds: readonly FeedRecipe[]
  years: readonly number[]
  /** Shares of posts that repeat the one before: all of it, with other bytes, under another name. */
  repeats: Readonly<Record<'copy' | 'edition' | 'repost', number>>
  /** Share of posts still in `_posts`; the others lie in `archived/<day>`. */
  current: number
  /** Posts of whole-page families carry tags of their own. */
  ownTags: boolean
  /** Front matter holds `comments: True`. */
  comments: boolean
}

/** Talk (mostly videos, some essays), street films (videos only), long reads (whole pages). */
export const recipes = JSON.parse(
  readFileSync(new URL('recipes.json', import.meta.url), 'utf8'),
) as readonly CollectionRecipe[]
