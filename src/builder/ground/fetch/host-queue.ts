import type { Clock } from './clock.ts'
import { isOfHost } from './fetch-failure.ts'

/** How one host is treated. */
export interface HostLimits {
  /** Addresses asked for in one run. */
  mostAddresses: number
  /** How long one run may stay with a host. */
  mostMs: number
}

/** Between the beginnings of two requests to a host. */
export const hostDelayMs = 250
/** Requests to a host at a time. */
export const lanesPerHost = 2
/** Addresses in a row that the host itself failed, after which it is left alone. */
const mostHostFailures = 3
/** Times one address is asked for in a run. */
export const mostAttempts = 3
/** A host that asks for a longer pause is left alone for this run. */
const mostPauseMs = 300_000

/** Why the rest of a host's addresses was not asked for. */
export type HostStop = 'addresses' | 'time' | 'failures' | 'pause' | 'total'

/** The addresses of one host, given out at the pace that suits it. */
export class HostQueue {
  readonly host: string
  readonly #addresses: readonly string[]
  readonly #limits: HostLimits
  readonly #clock: Clock
  #next = 0
  #startedMs: number | undefined
  #freeAtMs = 0
  #failuresInRow = 0
  #stop: HostStop | undefined

  constructor(
    host: string,
    addresses: readonly string[],
    { limits, clock }: { limits: HostLimits; clock: Clock },
  ) {
    this.host = host
    this.#addresses = addresses
    this.#limits = limits
    this.#clock = clock
  }

  /** Whether the host is left alone from here on. */
  get isEnded(): boolean {
    return this.#stop !== undefined
  }

  /** Why addresses are left; `undefined` when none is, or nothing hinders. */
  get stop(): HostStop | undefined {
    if (this.left === 0) return undefined
    return this.#stop ?? (this.#isFull() ? 'addresses' : undefined)
  }

  /** Addresses that were not asked for. */
  get left(): number {
    return this.#addresses.length - this.#next
  }

  /** The next address, as soon as it may be asked for; `undefined` when there is no more. */
  async next(): Promise<string | undefined> {
    if (this.left === 0 || this.#isFull() || this.isEnded) return undefined
    const at = this.#next++
    await this.wait()
    if (!this.isEnded) return this.#addresses[at]
    this.putBack()
    return undefined
  }

  /** Waits until the host may be asked again, or is left alone. */
  async wait(): Promise<void> {
    while (!this.isEnded) {
      const nowMs = this.#clock.now()
      this.#startedMs ??= nowMs
      if (nowMs - this.#startedMs >= this.#limits.mostMs) return this.end('time')
      if (nowMs >= this.#freeAtMs) {
        this.#freeAtMs = nowMs + hostDelayMs
        return undefined
      }
      await this.#clock.sleep(this.#freeAtMs - nowMs)
    }
    return undefined
  }

  /** Leaves the host in peace before the next attempt at an address: as long as it asks for, else longer each time. */
  pause(attempt: number, { retryAfterMs }: { retryAfterMs?: number | undefined }): void {
    const pauseMs = retryAfterMs ?? 1_000 * 4 ** (attempt - 1)
    if (pauseMs > mostPauseMs) this.end('pause')
    else this.#freeAtMs = Math.max(this.#freeAtMs, this.#clock.now() + pauseMs)
  }

  /** Takes note of what came of an address in the end. */
  note(failure: { reason: string } | undefined): void {
    const isHosts = failure !== undefined && isOfHost(failure)
    this.#failuresInRow = isHosts ? this.#failuresInRow + 1 : 0
    if (this.#failuresInRow >= mostHostFailures && this.left > 0) this.end('failures')
  }

  /** Takes an address back that nothing came of, neither success nor failure. */
  putBack(): void {
    this.#next--
  }

  #isFull(): boolean {
    return this.#next >= this.#limits.mostAddresses
  }

  /** Leaves the host alone from here on. */
  end(stop: HostStop): void {
    this.#stop ??= stop
  }
}
