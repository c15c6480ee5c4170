import * as v from 'valibot'

const costs = v.object({ wallMs: v.number(), cpuMs: v.number(), peakBytes: v.number() })
const output = v.object({ files: v.number(), bytes: v.number() })
const times = v.number()

const buildShape = v.object({ fresh: v.array(costs), output })
const rebuildShape = v.object({ unchanged: v.array(costs), oneAdded: v.array(costs) })
const devShape = v.object({
  /** Milliseconds from a change of a post until open pages load themselves again: of the first change, and of the later ones. */
  firstMs: v.number(),
  laterMs: v.array(v.number()),
})
const peerShape = v.object({
  name: v.string(),
  version: v.string(),
  /** Posts left out because one of them stops the peer's whole build. */
  leftOut: v.number(),
  costs: v.array(costs),
})
const trafficShape = v.object({ requests: v.number(), bytes: v.number() })
const readerShape = v.object({
  browser: v.string(),
  firstLoad: v.object({
    traffic: v.object({ script: trafficShape, data: trafficShape, page: trafficShape }),
    rowsMs: times,
  }),
  filter: v.object({
    oneWarmMs: times,
    threeWarmMs: v.optional(times),
    oneColdMs: times,
    threeColdMs: v.optional(times),
  }),
  article: v.object({
    coldMs: times,
    coldDataRequests: v.number(),
    neighbourMs: times,
    neighbourDataRequests: v.number(),
  }),
  minute: v.object({ heapBytes: v.number(), longestTaskMs: times, longTasks: v.number() }),
})

const medianAndP95 = v.object({ median: v.number(), p95: v.number() })
const agreementShape = v.object({
  /** Mean over all queries. */
  recall: v.number(),
  /** Mean over the queries that found something. */
  precision: v.number(),
  /** Queries whose result is that of the brute force, no more and no less. */
  exact: v.number(),
  /** Queries that found nothing, though something is there. */
  empty: v.number(),
})
const peerSearchShape = v.object({
  version: v.string(),
  cost: costs,
  index: output,
  /** What it shows results from; Broadsheet takes that from its rows and bodies. */
  texts: output,
  agreement: agreementShape,
  cold: v.object({ requests: medianAndP95, bytes: medianAndP95 }),
  warmMs: medianAndP95,
})
const searchShape = v.object({
  queries: v.number(),
  /** UTF-8 bytes of the folded titles and bodies of all rows. */
  foldedBytes: v.number(),
  built: v.object({ withSearch: v.array(costs), without: v.array(costs) }),
  index: output,
  agreement: agreementShape,
  cold: v.object({
    requests: medianAndP95,
    /** Of the files. */
    bytes: medianAndP95,
    /** On the wire, headers included. */
    servedBytes: medianAndP95,
  }),
  /** From the Enter key to the rows of the result, and to the first row with its hit marked. */
  warmMs: v.object({ rows: medianAndP95, marked: medianAndP95 }),
  /** Pagefind on the same posts and queries; absent where it was left out. */
  pagefind: v.optional(peerSearchShape),
})

/** What was measured of search. */
export type SearchFigures = v.InferOutput<typeof searchShape>
/** What was measured of another program's search. */
export type PeerSearchFigures = v.InferOutput<typeof peerSearchShape>
/** Files and their bytes. */
export type Output = v.InferOutput<typeof output>
/** How far a search agrees with the brute force. */
export type Agreement = v.InferOutput<typeof agreementShape>
export type MedianAndP95 = v.InferOutput<typeof medianAndP95>

const wholeShape = v.object({
  costs: v.array(costs),
  output,
  /** Hugo's runs in turn with them; empty where it was left out. */
  hugo: v.array(costs),
})
const points = v.number()
const pageScores = v.object({
  /** `timeline`, `article`. */
  name: v.string(),
  /** Of 100, like the others: medians of the runs. */
  performance: points,
  accessibility: points,
  bestPractices: points,
  seo: points,
})
const lighthouseShape = v.object({ version: v.string(), pages: v.array(pageScores) })

/** What was measured of `dev`. */
export type DevFigures = v.InferOutput<typeof devShape>
/** What was measured of whole builds. */
export type WholeFigures = v.InferOutput<typeof wholeShape>
/** Lighthouse's points. */
export type LighthouseFigures = v.InferOutput<typeof lighthouseShape>
export type PageScores = v.InferOutput<typeof pageScores>

const setShape = v.object({
  name: v.string(),
  size: v.number(),
  /** Day of the newest part, `YYYY-MM-DD`. */
  measuredOn: v.string(),
  machine: v.string(),
  /** Load of the machine before the first measurement: processes that wanted to run, averaged over a minute. */
  loadBefore: v.number(),
  build: v.optional(buildShape),
  rebuild: v.optional(rebuildShape),
  dev: v.optional(devShape),
  peers: v.optional(v.array(peerShape)),
  reader: v.optional(readerShape),
  search: v.optional(searchShape),
  whole: v.optional(wholeShape),
  lighthouse: v.optional(lighthouseShape),
})

/** What was measured on one set of posts; parts that were not asked for are absent. */
export type SetResults = v.InferOutput<typeof setShape>

/**
 * Reads the results that earlier runs left, so that a run of one part keeps the others.
 * @throws v.ValiError when the file is of another version of the bench; delete it then.
 */
export function parseResults(value: unknown): SetResults[] {
  return v.parse(v.array(setShape), value)
}
