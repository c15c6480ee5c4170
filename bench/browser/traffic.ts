import type { CDPSession } from '@playwright/test'

/** Requests of one kind and their bytes over the wire, headers included. */
export interface TrafficCount {
  requests: number
  bytes: number
}

/** What a file is for. `page`: the document, styles and icons. */
export const trafficKinds = ['script', 'data', 'page'] as const
export type TrafficKind = (typeof trafficKinds)[number]
export type Traffic = Record<TrafficKind, TrafficCount>

/** Counts what a page fetches from its own host. */
export class TrafficMeter {
  readonly #finished: { kind: TrafficKind; bytes: number }[] = []
  readonly #kinds = new Map<string, TrafficKind>()

  /** Starts counting in the page of a session. */
  static async start(session: CDPSession, siteUrl: string): Promise<TrafficMeter> {
    const meter = new TrafficMeter()
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.startsWith(siteUrl)) meter.#kinds.set(requestId, toKind(request.url))
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = meter.#kinds.get(requestId)
      // Files out of the browser's cache cost nothing on the wire.
      if (kind !== undefined && encodedDataLength > 0) {
        meter.#finished.push({ kind, bytes: encodedDataLength })
      }
    })
    await session.send('Network.enable')
    return meter
  }

  /** Everything since the last `take`. */
  take(): Traffic {
    const traffic: Traffic = {
      script: { requests: 0, bytes: 0 },
      data: { requests: 0, bytes: 0 },
      page: { requests: 0, bytes: 0 },
    }
    for (const { kind, bytes } of this.#finished.splice(0)) {
      traffic[kind].requests++
      traffic[kind].bytes += bytes
    }
    return traffic
  }
}

/** Requests of all kinds together. */
export function countRequests(traffic: Traffic): number {
  return trafficKinds.reduce((sum, kind) => sum + traffic[kind].requests, 0)
}

function toKind(url: string): TrafficKind {
  const { pathname } = new URL(url)
  if (pathname.endsWith('.js')) return 'script'
  return /\/data\/|\/manifest\.json$/.test(pathname) ? 'data' : 'page'
}
