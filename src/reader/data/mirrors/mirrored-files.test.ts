import { sha256 } from '@noble/hashes/sha2.js'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dataPath } from '#contract/file-names.ts'
import { toPackBytes, cutPack, hashPack } from '#contract/pack-file.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import {
  addFile,
  encode,
  files,
  good,
  hostsOf,
  lying,
  openHosts,
  openMirrored,
  own,
  refused,
  settle,
  silent,
  slow,
  type Host,
} from '#reader/testing/mirror-hosts.ts'
import { mirrorMs } from './mirror-limit.ts'
import { hedgeMs } from './mirrored-files.ts'
import { WrongBytesError } from './read-mirror.ts'

const [b, c] = ['https://b.example/', 'https://c.example/'] as const
const file = addFile('rows')
const { path, hash, isProven } = file

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a file that the host has', () => {
  test('comes from the host, and no mirror hears of it', async () => {
    const asked = openHosts({ [own]: good, [b]: good })
    expect(await settle(openMirrored([b]).read(path, { isProven }))).toEqual(files.get(path))
    expect(hostsOf(asked)).toEqual([own])
  })

  test('comes from the host though it is slow, while nobody has agreed to ask others', async () => {
    const asked = openHosts({ [own]: slow, [b]: good })
    const { read, consent } = openMirrored([b], { isGiven: false })
    expect(await settle(read(path, { isProven }))).toEqual(files.get(path))
    expect(hostsOf(asked)).toEqual([own])
    expect(consent.read()).toBe('open')
  })

  test('that is gone there is gone: a newer build took its place', async () => {
    const asked = openHosts({ [own]: { afterMs: 9, sends: () => 404 }, [b]: good })
    expect(await settle(openMirrored([b]).read(path, { isProven }))).toMatchObject({ status: 404 })
    expect(hostsOf(asked)).toEqual([own])
  })

  test('that is gone there is no failure of the host: it is asked first for the next one', async () => {
    const other = addFile('rows of later')
    const sends = (asked: string) => (asked === path ? 404 : encode('rows of later'))
    const asked = openHosts({ [own]: { afterMs: 9, sends }, [b]: good })
    const { read } = openMirrored([b])
    expect(await settle(read(path, { isProven }))).toMatchObject({ status: 404 })
    expect(await settle(read(other.path, other))).toEqual(files.get(other.path))
    expect(hostsOf(asked)).toEqual([own, own])
  })
})

describe('a device without a network', () => {
  test('asks no mirror, whatever failed before, and nobody has failed', async () => {
    const asked = openHosts({ [own]: refused, [b]: refused })
    const { read, visit, device } = openMirrored([b])
    visit.noteHost({ kind: 'failed', error: new DataError('late', path, {}) })
    device.isOnline = false
    expect(await settle(read(path, { isProven }))).toMatchObject({ kind: 'offline' })
    expect(hostsOf(asked)).toEqual([own])
    expect(visit.read()).toMatchObject({ isWithout: false, mirrors: [{ failures: 0 }] })
  })

  test('that loses it on the way blames neither host nor mirrors', async () => {
    openHosts({ [own]: { afterMs: 500 }, [b]: { afterMs: 100 } })
    const { read, visit, device } = openMirrored([b])
    const reading = read(path, { isProven })
    await vi.advanceTimersByTimeAsync(450)
    device.isOnline = false
    expect(await settle(reading)).toMatchObject({ kind: 'offline' })
    expect(visit.read()).toMatchObject({ isWithout: false, mirrors: [{ failures: 0 }] })
    expect(visit.hasHostFailed).toBe(false)
  })
})

describe('A1 A2 from mirrors come only data files that are proven', () => {
  test.each([
    ['code', 'assets/index-aaaaaaaa.js', { hash, isProven }],
    ['a page', 'posts/2020-01-01-aaaaaaaa/index.html', { isProven }],
    ['the manifest', 'manifest.json', {}],
    ['a data file without a proof', path, {}],
  ])('A2 %s is left to the host', (_name, other, options) => {
    expect(openMirrored([b]).read(other, options)).toBe(undefined)
  })

  test.each([
    ['refuses', refused],
    ['is silent', silent],
    ['sends other bytes', lying],
    ['answers with an error', { afterMs: 5, sends: () => 503 }],
  ])('A1 a host that %s is helped out', async (_name, host) => {
    openHosts({ [own]: host, [b]: good })
    expect(await settle(openMirrored([b]).read(path, { isProven }))).toEqual(files.get(path))
  })
})

describe('A3 a mirror that sent other bytes', () => {
  test('A3 is not asked again, is named with the file, and its bytes are never given out', async () => {
    const asked = openHosts({ [own]: refused, [b]: lying, [c]: good })
    const { read, visit } = openMirrored([b, c])
    const other = addFile('other rows')
    expect(await settle(read(path, { isProven }))).toEqual(files.get(path))
    expect(await settle(read(other.path, other))).toEqual(files.get(other.path))
    expect(hostsOf(asked).filter((host) => host === b)).toHaveLength(1)
    expect(visit.read().mirrors).toMatchObject([
      { address: b, answered: 0, wrong: path },
      { address: c, answered: 2 },
    ])
  })

  test('A3 is not asked by a file that was on its way', async () => {
    const asked = openHosts({ [own]: { afterMs: 30 }, [b]: lying, [c]: good })
    const { read, visit } = openMirrored([c, b])
    const waiting = read(path, { isProven })
    visit.note(b, { kind: 'failed', error: new WrongBytesError('data/timeline/a.json') })
    expect(await settle(waiting)).toEqual(files.get(path))
    expect(hostsOf(asked)).not.toContain(b)
  })

  test('a mirror that does not have a file, or cuts a pack, is none of these', async () => {
    const whole = toPackBytes({ firstOrdinal: 0, bodies: [encode('{"a":1}'), encode('{"b":2}')] })
    const named = await hashPack(whole, sha256)
    const cut = await cutPack(whole, (place) => place === 0, sha256)
    const proof = async (sent: Uint8Array) => (await hashPack(sent, sha256)) === named
    const cuts: Host = { afterMs: 5, sends: () => new Uint8Array(cut) }
    const sendsWhole: Host = { afterMs: 50, sends: () => new Uint8Array(whole) }
    expect(await proof(cut)).toBe(true)
    openHosts({ [own]: refused, [b]: cuts, [c]: sendsWhole })
    const { read, visit } = openMirrored([b, c])
    const pack = dataPath('bodies', named ?? hash)
    expect(await settle(read(pack, { isProven: proof }))).toEqual(new Uint8Array(whole))
    expect(visit.read().mirrors[0]).toEqual({ address: b, asked: 1, answered: 0, failures: 0 })
  })
})

test('A11 a mirror gets no cookies, no referrer, nothing that was typed, and sends nobody on', async () => {
  const asked = openHosts({ [own]: refused, [b]: good })
  await settle(openMirrored([b]).read(path, { isProven }))
  const [, { url, init } = { url: '', init: {} }] = asked
  expect(url).toBe(b + path)
  expect(init).toMatchObject({
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  })
  expect(Object.keys(init)).not.toContain('headers')
})

describe('a build of a mirror that somebody has opened', () => {
  const head = { archive: 'a'.repeat(26), sequence: 1, date: '2026-02-13T10:00:00Z' }

  test('A11 comes from that mirror, and nobody else is asked about anything', async () => {
    const asked = openHosts({ [own]: good, [b]: good, [c]: good })
    const { read, visit, consent } = openMirrored([c, b], { isGiven: false })
    visit.open({ address: b, head })
    expect(await settle(read(path, { isProven }))).toEqual(files.get(path))
    expect(hostsOf(asked)).toEqual([b])
    expect(consent.read()).toBe('open')
  })

  test('A1 is proven as any other, and has nowhere else to come from', async () => {
    const asked = openHosts({ [own]: good, [b]: lying, [c]: good })
    const { read, visit } = openMirrored([c, b])
    visit.open({ address: b, head })
    expect(await settle(read(path, { isProven }))).toMatchObject({ kind: 'late' })
    expect(await settle(read(path, { isProven }))).toMatchObject({ kind: 'late' })
    expect(hostsOf(asked)).toEqual([b])
    expect(visit.read()).toMatchObject({ isWithout: true })
  })
})

describe('when nobody has an answer', () => {
  test('it ends, is told, and is not tried again at once', async () => {
    openHosts({ [own]: refused, [b]: silent, [c]: refused })
    const { read, visit } = openMirrored([b, c])
    const error = await settle(read(path, { isProven }), mirrorMs + hedgeMs + 100)
    expect(error).toMatchObject({ kind: 'late', path })
    expect(visit.read().isWithout).toBe(true)
    openHosts({ [own]: refused, [b]: good, [c]: refused })
    await settle(read(path, { isProven }))
    expect(visit.read().isWithout).toBe(false)
  })

  test('it is told until the host answers again', async () => {
    openHosts({ [own]: refused, [b]: refused })
    const { read, visit } = openMirrored([b])
    await settle(read(path, { isProven }))
    expect(visit.read().isWithout).toBe(true)
    openHosts({ [own]: good, [b]: refused })
    expect(await settle(read(path, { isProven }))).toEqual(files.get(path))
    expect(visit.read().isWithout).toBe(false)
  })

  test('a mirror may take as long as it needs while something comes, and no longer', async () => {
    const slowly: Host = { afterMs: 5, sends: (asked) => files.get(asked) ?? 404 }
    openHosts({ [own]: refused, [b]: { ...slowly, byteMs: mirrorMs - 1 } })
    expect(await settle(openMirrored([b]).read(path, { isProven }))).toEqual(files.get(path))
    openHosts({ [own]: refused, [b]: { ...slowly, byteMs: mirrorMs + 1 } })
    expect(await settle(openMirrored([b]).read(path, { isProven }))).toMatchObject({ kind: 'late' })
  })

  test('bytes without end are given up', async () => {
    const piece = new Uint8Array(2 ** 20)
    openHosts({ [own]: refused })
    const read = () => Promise.resolve({ done: false, value: piece })
    const endless = {
      ok: true,
      status: 200,
      body: { getReader: () => ({ read, cancel: () => {} }) },
    }
    vi.stubGlobal('fetch', (url: string) =>
      url.startsWith(b)
        ? Promise.resolve(endless)
        : Promise.reject(new TypeError('Failed to fetch')),
    )
    const mirrored = openMirrored([b])
    expect(await settle(mirrored.read(path, { isProven }))).toBeInstanceOf(DataError)
    expect(mirrored.visit.read().mirrors).toMatchObject([{ wrong: path }])
  })
})

describe('the order', () => {
  test('the host that failed is asked last for a while, then first again', async () => {
    const asked = openHosts({ [own]: refused, [b]: good })
    const { read } = openMirrored([b])
    await settle(read(path, { isProven }))
    await settle(read(path, { isProven }))
    expect(hostsOf(asked)).toEqual([own, b, b])
    await vi.advanceTimersByTimeAsync(30_000)
    await settle(read(path, { isProven }))
    expect(hostsOf(asked).slice(3)).toEqual([own, b])
  })

  test('A1 A3 in 100 drawn orders of four bad mirrors and a good one every view comes within three seconds, with no wrong byte', async () => {
    const kinds = { refused, silent, slow, lying, good }
    const names = Object.keys(kinds) as (keyof typeof kinds)[]
    const views = [['opening'], ['a', 'b', 'c'], ['d', 'e', 'f', 'g'], ['h'], ['i', 'j']]
    const order = fc.shuffledSubarray(names, { minLength: 5, maxLength: 5 })
    const ownHost = fc.constantFrom(refused, silent, slow, lying)
    await fc.assert(
      fc.asyncProperty(order, ownHost, async (drawn, host) => {
        const addresses = drawn.map((name) => `https://${name}.example/`)
        const hosts = Object.fromEntries(drawn.map((name, at) => [addresses[at], kinds[name]]))
        const asked = openHosts({ ...hosts, [own]: host })
        const { read, visit } = openMirrored(addresses)
        for (const view of views) {
          const start = Date.now()
          const wanted = view.map((name) => addFile(`${name} of ${drawn.join()}`))
          const got = await settle(Promise.all(wanted.map(async (one) => read(one.path, one))))
          expect(got).toEqual(wanted.map((one) => files.get(one.path)))
          expect(Date.now()).toBeLessThanOrEqual(start + 3_000)
        }
        const lies = visit.read().mirrors.filter(({ wrong }) => wrong !== undefined)
        const liar = 'https://lying.example/'
        expect(lies.every(({ address }) => address === liar)).toBe(true)
        // At most once for each file of the view in which it was found out.
        expect(hostsOf(asked).filter((one) => one === liar).length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 100 },
    )
  })
})
