import * as v from 'valibot'

const costs = v.object({ wallMs: v.number(), cpuMs: v.number(), peakBytes: v.number() })
const output = v.object({ files: v.number(), bytes: v.number() })
const times = v.number()

const buildShape = v.object({ fresh: v.array(costs), output })
const rebuildShape = v.object({ unchanged: v.array(costs), oneAdded: v.array(costs) })
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
    threeWarmMs: times,
    oneColdMs: times,
    threeColdMs: times,
  }),
  article: v.object({
    coldMs: times,
    coldDataRequests: v.number(),
    neighbourMs: times,
    neighbourDataRequests: v.number(),
  }),
  minute: v.object({ heapBytes: v.number(), longestTaskMs: times, longTasks: v.number() }),
})

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
  peers: v.optional(v.array(peerShape)),
  reader: v.optional(readerShape),
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
