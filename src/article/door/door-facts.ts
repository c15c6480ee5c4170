import type { Manifest } from '#contract/manifest.ts'
import type { LongRead } from '#contract/opening-file.ts'
import type { MonthTopics } from '#contract/topics-file.ts'

/** Bars of the strip at most: the years before share one. */
const mostYears = 48
/** Sources that are named: their names are long, and the filter has the others. */
const namedSources = 5

/** Number of posts of a year. */
export interface YearCount {
  /** `YYYY`. */
  year: string
  count: number
}

/** What the front door says of an archive. */
export interface DoorFacts {
  /** Posts a reader sees. */
  posts: number
  /** What the keeper of the archive says of it; absent when nothing. */
  text?: string | undefined
  /** BCP 47, most frequent first. */
  languages: readonly string[]
  /** Number of sources. */
  sources: number
  /** Years with posts, newest first. */
  years: readonly YearCount[]
  /** Posts of all years before the last of `years`; absent when there are none. */
  earlier?: number | undefined
  /** The most frequent values of the facets it shows, each with its number of posts. */
  values: readonly {
    facet: 'source' | 'tag' | 'category'
    top: Manifest['facets'][number]['top']
  }[]
  /** Terms of the newest months that have some, the newest first. */
  topics: readonly MonthTopics[]
  longReads: readonly LongRead[]
}

/** The parts of a manifest and an opening that the front door is made from. */
export interface DoorSources {
  posts: number
  text: string | undefined
  languages: readonly string[]
  facets: Manifest['facets']
  /** Oldest first. */
  years: readonly YearCount[]
  topics: readonly MonthTopics[]
  longReads: readonly LongRead[]
}

/** Chooses what the front door shows. Builder and reader call it with the same, so both show the same. */
export function toDoorFacts({ facets, years, ...rest }: DoorSources): DoorFacts {
  const used = years.filter(({ count }) => count > 0)
  const shown = used.slice(-mostYears).reverse()
  const earlier = used.slice(0, -mostYears).reduce((sum, { count }) => sum + count, 0)
  const find = (name: string) => facets.find(({ facet }) => facet === name)
  const topic = find('tag') === undefined ? 'category' : 'tag'
  return {
    ...rest,
    years: shown,
    ...(earlier === 0 ? {} : { earlier }),
    sources: find('source')?.values ?? 0,
    values: (['source', topic] as const).flatMap((facet) => {
      const all = find(facet)?.top ?? []
      const top = facet === 'source' ? all.slice(0, namedSources) : all
      return top.length === 0 ? [] : [{ facet, top }]
    }),
  }
}
