/** Upper bounds for archives up to a size, on two cores. */
export interface Targets {
  /** Posts up to which these hold. */
  upTo: number
  /** Fresh build as a part of Hugo's time; absent where Hugo cannot build at all. */
  partOfHugo?: number
  /** The same of a whole build, pages and search included. */
  wholePartOfHugo?: number
  peakMegabytes: number
  unchangedSeconds: number
  oneAddedSeconds: number
  /** From a changed post to the reload of open pages in `dev`; absent where nothing is asked. */
  devSeconds?: number
  firstLoadRequests: number
  firstLoadKilobytes: number
  filterMs: number
  heapMegabytes: number
  longestTaskMs: number
  articleMs: number
  /** Data requests of the first article opened. */
  articleRequests: number
  files: number
  search: SearchTargets
}

/** Upper bounds of search; recall and precision are to be 1 everywhere. */
export interface SearchTargets {
  /** Of a cold query: median and p95. */
  coldKilobytes: readonly [number, number]
  /** Of a cold query, p95. */
  coldRequests: number
  /** First results on the screen, everything but the query's own blocks loaded. */
  warmMs: number
  /** Bytes of the index as a part of the UTF-8 bytes of the folded text. */
  partOfText: number
  indexingMegabytes: number
}

const everywhere = {
  firstLoadRequests: 8,
  firstLoadKilobytes: 60,
  longestTaskMs: 50,
  articleMs: 50,
  articleRequests: 1,
}

const targets: readonly Targets[] = [
  {
    ...everywhere,
    upTo: 10_000,
    partOfHugo: 0.6,
    wholePartOfHugo: 1,
    peakMegabytes: 500,
    unchangedSeconds: 0.3,
    oneAddedSeconds: 0.5,
    devSeconds: 1,
    filterMs: 50,
    heapMegabytes: 80,
    files: 1_500,
    search: {
      coldKilobytes: [40, 100],
      coldRequests: 6,
      warmMs: 50,
      partOfText: 0.5,
      indexingMegabytes: 300,
    },
  },
  {
    ...everywhere,
    upTo: 100_000,
    partOfHugo: 0.5,
    wholePartOfHugo: 1,
    peakMegabytes: 800,
    unchangedSeconds: 1,
    oneAddedSeconds: 1,
    devSeconds: 1,
    filterMs: 50,
    heapMegabytes: 80,
    files: 10_000,
    search: {
      coldKilobytes: [80, 200],
      coldRequests: 8,
      warmMs: 50,
      partOfText: 0.5,
      indexingMegabytes: 600,
    },
  },
  {
    ...everywhere,
    upTo: Infinity,
    peakMegabytes: 1_500,
    unchangedSeconds: 15,
    oneAddedSeconds: 15,
    firstLoadRequests: 12,
    firstLoadKilobytes: 90,
    filterMs: 150,
    heapMegabytes: 150,
    files: 120_000,
    search: {
      coldKilobytes: [250, 800],
      coldRequests: 16,
      warmMs: 100,
      partOfText: 0.5,
      indexingMegabytes: 1_000,
    },
  },
]

/** Least points of Lighthouse, for every page of every archive. */
export const lighthouseTargets = {
  performance: { least: 95, words: 'performance' },
  accessibility: { least: 100, words: 'accessibility' },
  bestPractices: { least: 100, words: 'best practices' },
  seo: { least: 100, words: 'SEO' },
} as const

/** What the project has set itself for an archive of a size. */
export function findTargets(size: number): Targets {
  const bounds = targets.find(({ upTo }) => size <= upTo)
  if (bounds === undefined) throw new RangeError(`no targets for ${size} posts`)
  return bounds
}
