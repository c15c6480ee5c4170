import type { Clock } from './clock.ts'
import { isOfHost } from './fetch-failure.ts'

/** Limits per host and run. */
export interface HostLimits {
  /** Most addresses requested in one run. */
  mostAddresses: number
  /** Longest time one run spends on a host. */
  mostMs: number
}

/** Rate limit: between the starts of two requests to a host. */
export const hostDelayMs = 250
/** Concurrent requests to a host. */
export const lanesPerHost = 2
/** Consecutive addresses that failed through the host itself, after which the run gives up on the host. */
const mostHostFailures = 3
/** Attempts at one address in a run, the first included. */
export const mostAttempts = 3
/** If the host asks for a longer pause, the run gives up on it. */
const mostPauseMs = 300_000

/** Why a run gave up on a host before its last address; `total` = the caller's own limit over all hosts. */
export type HostStop = 'addresses' | 'time' | 'failures' | 'pause' | 'total'

/** The addresses of one host, handed out politely: rate limited, backing off after failures, ending at the limits. */
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

  /** Whether the run has given up on the host. */
  get isEnded(): boolean {
    return this.#stop !== undefined
  }

  /** Why addresses are left; `undefined` when none is left, or more may be requested. */
  get stop(): HostStop | undefined {
    if (this.left === 0) return undefined
    return this.#stop ?? (this.#isFull() ? 'addresses' : undefined)
  }

  /** Number of addresses not requested yet. */
  get left(): number {
    return this.#addresses.length - this.#next
  }

  /** Resolves with the next address once it may be requested; `undefined` when there is none, or the run gave up. */
  async next(): Promise<string | undefined> {
    if (this.left === 0 || this.#isFull() || this.isEnded) return undefined
    const at = this.#next++
    await this.wait()
    if (!this.isEnded) return this.#addresses[at]
    this.putBack()
    return undefined
  }

  /** Waits until the next request may start, or the run gives up on the host. */
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

  /**
   * Backs off before the next attempt at an address: for as long as the host asks (`retryAfterMs`), else
   * exponentially.
   */
  pause(attempt: number, { retryAfterMs }: { retryAfterMs?: number | undefined }): void {
    const pauseMs = retryAfterMs ?? 1_000 * 4 ** (attempt - 1)
    if (pauseMs > mostPauseMs) this.end('pause')
    else this.#freeAtMs = Math.max(this.#freeAtMs, this.#clock.now() + pauseMs)
  }

  /** Records the final outcome of an address; `undefined` = success. */
  note(failure: { reason: string } | undefined): void {
    const isHosts = failure !== undefined && isOfHost(failure)
    this.#failuresInRow = isHosts ? this.#failuresInRow + 1 : 0
    if (this.#failuresInRow >= mostHostFailures && this.left > 0) this.end('failures')
  }

  /** Returns an address that was handed out but neither succeeded nor failed. */
  putBack(): void {
    this.#next--
  }

  #isFull(): boolean {
    return this.#next >= this.#limits.mostAddresses
  }

  /** Gives up on the host; the first reason stays. */
  end(stop: HostStop): void {
    this.#stop ??= stop
  }
}
