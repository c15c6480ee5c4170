/** Upper bounds for archives up to a size, on two cores. */
export interface Targets {
  /** Posts up to which these hold. */
  upTo: number
  /** Fresh build as a part of Hugo's time; absent where Hugo cannot build at all. */
  partOfHugo?: number
  peakMegabytes: number
  unchangedSeconds: number
  oneAddedSeconds: number
  firstLoadRequests: number
  firstLoadKilobytes: number
  filterMs: number
  heapMegabytes: number
  longestTaskMs: number
  articleMs: number
  /** Data requests of the first article opened. */
  articleRequests: number
  files: number
}

const everywhere = {
  firstLoadRequests: 8,
  firstLoadKilobytes: 60,
  longestTaskMs: 50,
  articleMs: 50,
  articleRequests: 1,
}

/** What the project has set itself, by size. */
export const targets: readonly Targets[] = [
  {
    ...everywhere,
    upTo: 10_000,
    partOfHugo: 0.6,
    peakMegabytes: 500,
    unchangedSeconds: 0.3,
    oneAddedSeconds: 0.5,
    filterMs: 50,
    heapMegabytes: 80,
    files: 1_500,
  },
  {
    ...everywhere,
    upTo: 100_000,
    partOfHugo: 0.5,
    peakMegabytes: 800,
    unchangedSeconds: 1,
    oneAddedSeconds: 1,
    filterMs: 50,
    heapMegabytes: 80,
    files: 10_000,
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
  },
]
