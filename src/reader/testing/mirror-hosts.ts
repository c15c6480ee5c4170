// For tests: hosts in place of the network, and mirrors that read from them.
import { sha256 } from '@noble/hashes/sha2.js'
import { expect, vi } from 'vitest'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { MirrorConsent } from '#reader/data/mirrors/mirror-consent.ts'
import { MirrorVisit } from '#reader/data/mirrors/mirror-visit.ts'
import { makeMirroredRead } from '#reader/data/mirrors/mirrored-files.ts'
import { waitMs } from '#reader/data/scheduling/wait-ms.ts'

export const encode = (text: string) => new TextEncoder().encode(text)

/** What a host does with a request, after some milliseconds: it sends bytes or a status, or fails; absent = silence. */
export interface Host {
  afterMs?: number
  sends?: (path: string) => Uint8Array<ArrayBuffer> | number
  /** Sends each byte so long after the one before, milliseconds; absent = all at once. */
  byteMs?: number
}

export const files = new Map<string, Uint8Array<ArrayBuffer>>()

export function addFile(text: string) {
  const bytes = encode(text)
  const hash = toFileHash(sha256(bytes))
  const path = dataPath('timeline', hash)
  files.set(path, bytes)
  return { path, hash, isProven: (sent: Uint8Array) => toFileHash(sha256(sent)) === hash }
}

const send = (path: string) => files.get(path) ?? 404
export const good: Host = { afterMs: 100, sends: send }
export const slow: Host = { afterMs: 3_000, sends: send }
export const silent: Host = {}
export const refused: Host = { afterMs: 1 }
export const lying: Host = { afterMs: 20, sends: (path) => encode(`other than ${path}`) }
export const own = 'https://own.example/'

export interface Asked {
  url: string
  init: RequestInit
}

/** Puts hosts in place of the network, by their addresses; returns what was asked of them. */
export function openHosts(hosts: Readonly<Record<string, Host>>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    const address = url.startsWith('/') ? own : `${new URL(url).origin}/`
    const path = url.replace(address, '').replace(/^\//, '')
    const { afterMs = 1e9, sends, byteMs } = hosts[address] ?? refused
    const signal = init.signal ?? new AbortController().signal
    await waitMs(afterMs, signal)
    signal.throwIfAborted()
    const sent = sends?.(path)
    if (sent === undefined) throw new TypeError('Failed to fetch')
    if (typeof sent === 'number') return new Response('no', { status: sent })
    // Streams of a real response do not wait for a clock that stands still.
    const pieces = byteMs === undefined ? [sent] : Array.from(sent, (byte) => Uint8Array.of(byte))
    const read = async () => {
      if (byteMs !== undefined) await waitMs(byteMs, signal)
      signal.throwIfAborted()
      return { done: pieces.length === 0, value: pieces.shift() }
    }
    return { ok: true, status: 200, body: { getReader: () => ({ read, cancel: () => {} }) } }
  })
  return asked
}

export function openMirrored(mirrors: readonly string[], { isGiven = true, isOnline = true } = {}) {
  const remembered: [mirrors: readonly string[], isAgreed: boolean][] = []
  const consent = new MirrorConsent(mirrors, {
    read: () => (isGiven ? mirrors : []),
    subscribe: () => () => {},
    remember: (...agreed) => remembered.push(agreed),
  })
  const visit = new MirrorVisit(mirrors, () => Date.now())
  const device = { isOnline }
  const read = makeMirroredRead({ consent, visit, wait: waitMs, isOnline: () => device.isOnline })
  return { consent, visit, read, remembered, device }
}

/** Lets time pass until something is settled; at most so many milliseconds. */
export async function settle<T>(
  work: Promise<T> | undefined,
  mostMs = 60_000,
): Promise<T | DataError> {
  const state: { is: 'open' | 'done' } = { is: 'open' }
  const ended = (work ?? Promise.reject(new Error('not read at all'))).then(
    (value) => value,
    (error: unknown) => {
      if (error instanceof DataError) return error
      throw error
    },
  )
  void ended.finally(() => {
    state.is = 'done'
  })
  for (let ms = 0; ms < mostMs && state.is === 'open'; ms += 10) {
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(state.is).toBe('done')
  return ended
}

export const hostsOf = (asked: readonly Asked[]) =>
  asked.map(({ url }) => (url.startsWith('/') ? own : `${new URL(url).origin}/`))
