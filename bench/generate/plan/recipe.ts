import type { Quantiles } from '../draws.ts'
import type { Script } from '../text/prose.ts'
import type { Family, Repeats } from './source.ts'

/** Feeds of one family within a collection. */
export interface FeedRecipe {
  family: Family
  /** Share of the collection's posts. */
  share: number
  /** Feeds of this family; the first one has most posts. */
  feeds: number
  /** Authors of all these feeds together in an archive of fifty thousand posts. */
  authors: number
  /** Host of the addresses. */
  host: string
  scripts: readonly Script[]
  /** Characters of visible text in a post. */
  text: Quantiles
}

/** What a collection is like; the numbers are those of measured archives of 29,591, 15,271 and 5,685 posts. */
export interface CollectionRecipe {
  name: string
  title: string
  description: string
  /** Share of the archive's posts. */
  share: number
  feeds: readonly FeedRecipe[]
  /** Posts a year from 2009 on, relative. */
  years: readonly number[]
  repeats: Repeats
  /** Share of posts still in `_posts`; the others lie in `archived/<day>`. */
  current: number
  /** Posts of whole-page families carry tags of their own. */
  ownTags: boolean
  /** Front matter holds `comments: True`. */
  comments: boolean
}

const talk: Quantiles = [
  ...([
    [0, 0],
    [0.137, 0],
    [0.2, 20],
    [0.35, 70],
    [0.5, 190],
  ] as const),
  ...([
    [0.75, 420],
    [0.9, 1_400],
    [0.99, 3_500],
    [1, 6_000],
  ] as const),
]
const captions: Quantiles = [
  ...([
    [0, 0],
    [0.096, 0],
    [0.15, 15],
    [0.25, 35],
    [0.5, 80],
  ] as const),
  ...([
    [0.75, 230],
    [0.9, 520],
    [0.99, 640],
    [1, 3_000],
  ] as const),
]
const essays: Quantiles = [
  ...([
    [0, 60],
    [0.1, 950],
    [0.5, 2_700],
    [0.75, 4_800],
  ] as const),
  ...([
    [0.9, 8_500],
    [0.99, 18_000],
    [1, 36_000],
  ] as const),
]
const notes: Quantiles = [
  ...([
    [0, 0],
    [0.003, 0],
    [0.1, 900],
    [0.25, 2_600],
    [0.5, 5_200],
  ] as const),
  ...([
    [0.75, 9_500],
    [0.9, 15_000],
    [0.99, 42_000],
    [1, 160_000],
  ] as const),
]
const reprints: Quantiles = [
  ...([
    [0, 200],
    [0.1, 1_100],
    [0.5, 3_400],
    [0.75, 6_500],
  ] as const),
  ...([
    [0.9, 9_500],
    [0.99, 17_000],
    [1, 30_000],
  ] as const),
]
const briefs: Quantiles = [
  [0, 200],
  [0.1, 900],
  [0.5, 2_200],
  [0.9, 5_000],
  [1, 12_000],
]
const reviews: Quantiles = [
  [0, 100],
  [0.1, 2_000],
  [0.5, 6_600],
  [0.9, 12_500],
  [0.99, 19_000],
  [1, 26_000],
]

const channels: readonly Script[] = ['zh-Hant', 'zh-Hans', 'zh-Hant', 'zh-Hans', 'zh-Hant', 'mixed']

/** Three collections: talk (mostly videos, some essays), street films (videos only), long reads (whole pages). */
export const recipes: readonly CollectionRecipe[] = [
  {
    name: 'evening-talk',
    title: '夜話',
    description: 'Channels and essays of an evening',
    share: 0.585,
    feeds: [
      {
        family: 'video',
        share: 0.873,
        feeds: 26,
        authors: 32,
        host: 'www.youtube.com',
        text: talk,
        scripts: channels,
      },
      {
        family: 'community',
        share: 0.124,
        feeds: 1,
        authors: 112,
        host: 'essays.example',
        text: essays,
        scripts: channels,
      },
      {
        family: 'platform',
        share: 0.003,
        feeds: 2,
        authors: 7,
        host: 'platform.example',
        text: briefs,
        scripts: ['zh-Hant', 'en'],
      },
    ],
    years: [0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 3, 265, 764, 655, 614, 712, 121],
    repeats: { copy: 0.0128, edition: 0.021, repost: 0.053 },
    current: 0.012,
    ownTags: false,
    comments: true,
  },
  {
    name: 'street-films',
    title: '街拍',
    description: 'What passers-by film',
    share: 0.302,
    feeds: [
      {
        family: 'video',
        share: 1,
        feeds: 27,
        authors: 48,
        host: 'www.youtube.com',
        text: captions,
        scripts: ['zh-Hant', 'zh-Hans', 'zh-Hant', 'zh-Hans', 'en', 'ja'],
      },
    ],
    years: [0, 0, 0, 1, 1, 0, 0, 5, 1, 1, 10, 246, 363, 203, 197, 278, 13],
    repeats: { copy: 0.0058, edition: 0.0029, repost: 0.024 },
    current: 0.035,
    ownTags: false,
    comments: false,
  },
  {
    name: 'long-reads',
    title: '長文',
    description: 'Whole pages of blogs and journals',
    share: 0.113,
    feeds: [
      {
        family: 'blog',
        share: 0.44,
        feeds: 1,
        authors: 40,
        host: 'field-notes.example',
        text: notes,
        scripts: ['zh-Hans'],
      },
      {
        family: 'magazine',
        share: 0.332,
        feeds: 1,
        authors: 1,
        host: 'reprints.example',
        text: reprints,
        scripts: ['zh-Hans', 'zh-Hans', 'zh-Hant'],
      },
      {
        family: 'portal',
        share: 0.081,
        feeds: 1,
        authors: 24,
        host: 'portal.example',
        text: briefs,
        scripts: ['zh-Hans'],
      },
      {
        family: 'journal',
        share: 0.1,
        feeds: 2,
        authors: 210,
        host: 'review.example',
        text: reviews,
        scripts: ['zh-Hans', 'en'],
      },
      {
        family: 'community',
        share: 0.01,
        feeds: 1,
        authors: 55,
        host: 'essays.example',
        text: essays,
        scripts: channels,
      },
      {
        family: 'platform',
        share: 0.037,
        feeds: 2,
        authors: 24,
        host: 'platform.example',
        text: briefs,
        scripts: ['zh-Hant', 'en'],
      },
    ],
    years: [1, 0, 0, 0, 0, 75, 25, 35, 30, 119, 377, 610, 219, 25, 17, 13, 1],
    repeats: { copy: 0, edition: 0, repost: 0.0077 },
    current: 1,
    ownTags: true,
    comments: false,
  },
]
