import type { Progress } from '#builder/ground/progress.ts'
import type { PictureStore } from './picture-store.ts'
import { downloadBytes, type FetchBounds } from '#builder/ground/fetch/download-bytes.ts'
import type { Network } from '#builder/ground/fetch/network.ts'
import { isPassing } from '#builder/ground/fetch/fetch-failure.ts'
import type { PictureFailure } from '#builder/archive/pictures/picture-failure.ts'
import type { KeptPicture, PictureMaker } from '../format/picture-maker.ts'
import { describeOther, sniffPicture } from '#builder/read/picture/sniff-picture.ts'
import { stripPicture } from '#builder/read/picture/strip-picture.ts'
import type { Clock } from '#builder/ground/fetch/clock.ts'
import {
  HostQueue,
  lanesPerHost,
  mostAttempts,
  type HostLimits,
  type HostStop,
} from '#builder/ground/fetch/host-queue.ts'
import { Turns } from '#builder/ground/threads/turns.ts'

const downloadsAtOnce = 8
const accept = 'image/webp,image/png,image/jpeg,image/gif,image/avif;q=0.9'

/** Bounds of one run. */
export interface DownloadBounds extends Omit<FetchBounds, 'accept'>, HostLimits {
  /** Most bytes of all folders together. */
  maxTotalBytes: number
}

/** Dependencies of a download. */
export interface DownloadTools {
  bounds: DownloadBounds
  network: Network
  make: PictureMaker
  clock: Clock
  progress: Progress
}

/** Result of a run. */
export interface DownloadResult {
  /** Number of pictures downloaded and kept. */
  fetched: number
  /** Number of bytes added to the folders. */
  grownBytes: number
  /** Hosts that the run gave up on, with the number of addresses left and the reason. */
  left: { host: string; addresses: number; why: HostStop }[]
}

/** Downloads pictures, each into its store: a few at a time, rate limited per host, none twice. `due` is sorted. */
export async function downloadPictures(
  due: ReadonlyMap<string, PictureStore>,
  tools: DownloadTools,
): Promise<DownloadResult> {
  const run = new DownloadRun(due, tools)
  tools.progress.start('Downloading pictures', due.size)
  const result = await run.finish()
  tools.progress.end()
  return result
}

class DownloadRun {
  readonly #due: ReadonlyMap<string, PictureStore>
  readonly #tools: DownloadTools
  readonly #turns = new Turns(downloadsAtOnce)
  readonly #hosts: HostQueue[]
  #totalBytes: number
  readonly #result: DownloadResult = { fetched: 0, grownBytes: 0, left: [] }

  constructor(due: ReadonlyMap<string, PictureStore>, tools: DownloadTools) {
    this.#due = due
    this.#tools = tools
    this.#totalBytes = [...new Set(due.values())].reduce((sum, { bytes }) => sum + bytes, 0)
    this.#hosts = [...groupByHost(due.keys())].map(
      ([host, addresses]) =>
        new HostQueue(host, addresses, { limits: tools.bounds, clock: tools.clock }),
    )
  }

  async finish(): Promise<DownloadResult> {
    const lanes = this.#hosts.flatMap((host) =>
      Array.from({ length: Math.min(lanesPerHost, host.left) }, () => this.#work(host)),
    )
    // Waits for all lanes, so that nothing is still being written when one of them fails.
    const ends = await Promise.allSettled(lanes)
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    for (const { host, left: addresses, stop: why } of this.#hosts) {
      if (addresses > 0 && why !== undefined) this.#result.left.push({ host, addresses, why })
    }
    return this.#result
  }

  async #work(host: HostQueue): Promise<void> {
    try {
      for (let address = await host.next(); address !== undefined; address = await host.next()) {
        await this.#settle(address, host)
        this.#tools.progress.step()
      }
    } catch (error) {
      // The disk failed, not a host: no further download could be kept either.
      this.#endAll()
      throw error
    }
  }

  /** Requests one address, with retries, until it succeeds or fails for this run. */
  async #settle(address: string, host: HostQueue): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const failure = await this.#turns.run(() => this.#attempt(address))
      if (failure === undefined) return host.note(undefined)
      if (failure === 'noRoom') return host.putBack()
      if (isPassing(failure) && attempt < mostAttempts) {
        host.pause(attempt, failure)
        await host.wait()
        if (!host.isEnded) continue
      }
      host.note(failure)
      return this.#due.get(address)?.fail(address, failure, this.#tools.clock.now())
    }
  }

  #endAll(): void {
    for (const host of this.#hosts) host.end('total')
  }

  async #attempt(address: string): Promise<PictureFailure | 'noRoom' | undefined> {
    const { bounds, network, make, clock } = this.#tools
    const bytes = await downloadBytes(address, { ...bounds, accept }, network)
    if (!Buffer.isBuffer(bytes)) return bytes
    const picture = await toPicture(bytes, make)
    if ('reason' in picture) return picture
    const { length } = picture.bytes
    if (this.#totalBytes + length > bounds.maxTotalBytes) {
      this.#endAll()
      return 'noRoom'
    }
    // Reserved before the write: other lanes are storing pictures meanwhile.
    this.#totalBytes += length
    const grown = (await this.#due.get(address)?.keep(address, picture, clock.now())) ?? 0
    this.#totalBytes -= length - grown
    this.#result.grownBytes += grown
    this.#result.fetched++
    return undefined
  }
}

async function toPicture(bytes: Buffer, make: PictureMaker): Promise<KeptPicture | PictureFailure> {
  const facts = sniffPicture(bytes)
  if (facts === undefined) {
    const other = describeOther(bytes)
    return other === 'svg' ? { reason: 'drawing' } : { reason: 'notPicture', detail: other }
  }
  const made = await make(bytes, facts)
  if (typeof made === 'string') return { reason: made }
  return { ...made, bytes: stripPicture(made.bytes, made.type).bytes }
}

function groupByHost(addresses: Iterable<string>): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const address of addresses) {
    const host = URL.canParse(address) ? new URL(address).hostname : ''
    const group = hosts.get(host)
    if (group === undefined) hosts.set(host, [address])
    else group.push(address)
  }
  return hosts
}
