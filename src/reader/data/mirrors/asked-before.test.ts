import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  addFile,
  files,
  good,
  hostsOf,
  openHosts,
  openMirrored,
  own,
  refused,
  settle,
  silent,
} from '#reader/testing/mirror-hosts.ts'
import { questionMs } from './mirrored-files.ts'

const b = 'https://b.example/'
const file = addFile('rows')
const { path, isProven } = file

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('before the first mirror is asked', () => {
  test('somebody is asked: at once when the host failed, and one answer is for all', async () => {
    const asked = openHosts({ [own]: refused, [b]: good })
    const { read, consent, remembered } = openMirrored([b], { isGiven: false })
    const other = addFile('more rows')
    const both = Promise.all([read(path, { isProven }), read(other.path, other)])
    await vi.advanceTimersByTimeAsync(5)
    expect(consent.read()).toBe('asked')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(hostsOf(asked)).toEqual([own, own])
    consent.answer(true)
    expect(await settle(both)).toEqual([files.get(path), files.get(other.path)])
    expect(remembered).toEqual([[[b], true]])
  })

  test('somebody is asked when the host was silent for longer than a slow line is', async () => {
    openHosts({ [own]: silent, [b]: good })
    const { read, consent } = openMirrored([b], { isGiven: false })
    const reading = read(path, { isProven })
    await vi.advanceTimersByTimeAsync(questionMs - 1)
    expect(consent.read()).toBe('open')
    await vi.advanceTimersByTimeAsync(1)
    expect(consent.read()).toBe('asked')
    consent.answer(true)
    expect(await settle(reading)).toEqual(files.get(path))
  })

  test('a no is a no for the visit: the failure of the host stands', async () => {
    const asked = openHosts({ [own]: refused, [b]: good })
    const { read, consent } = openMirrored([b], { isGiven: false })
    const reading = read(path, { isProven })
    await vi.advanceTimersByTimeAsync(5)
    consent.answer(false)
    expect(await settle(reading)).toMatchObject({ kind: 'offline' })
    expect(await settle(read(path, { isProven }))).toMatchObject({ kind: 'offline' })
    expect(hostsOf(asked)).toEqual([own, own])
  })

  test('nobody is asked by a device without a network', async () => {
    openHosts({ [own]: refused, [b]: good })
    const { read, consent } = openMirrored([b], { isGiven: false, isOnline: false })
    expect(await settle(read(path, { isProven }))).toMatchObject({ kind: 'offline' })
    expect(consent.read()).toBe('open')
  })

  test('nobody is asked any more when whoever waited has left', async () => {
    openHosts({ [own]: refused, [b]: good })
    const { read, consent } = openMirrored([b], { isGiven: false })
    const abort = new AbortController()
    const reading = read(path, { isProven, signal: abort.signal })?.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(5)
    abort.abort()
    await reading
    expect(consent.read()).toBe('open')
  })
})
