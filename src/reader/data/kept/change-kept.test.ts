import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { makeKeptSite, type KeptSite } from '#reader/testing/make-kept-site.ts'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import { MemoryLocks } from '#reader/testing/memory-locks.ts'
import * as window from './change-kept.ts'
import { forgetKept } from './tend-kept.ts'

let store: MemoryCaches
let site: KeptSite
let client: QueryClient
let workers: number
/** Heard when the host is asked for an article. */
let onArticle: () => void
/** Whether the host answers for articles. */
let isSilent: boolean

beforeEach(async () => {
  store = new MemoryCaches()
  site = await makeKeptSite(['gulls', 'tides'], 'AAAAAAAA')
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(manifestQuery().queryKey, site.manifest)
  workers = 0
  isSilent = false
  onArticle = () => undefined
  vi.stubGlobal('caches', store)
  vi.stubGlobal('navigator', { locks: new MemoryLocks(), serviceWorker: makeContainer() })
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit) => {
    if (address.startsWith('/data/bodies/')) {
      onArticle()
      if (isSilent) await untilAborted(signal)
    }
    const bytes = site.files.get(address.slice(1))
    return bytes === undefined ? new Response('', { status: 404 }) : new Response(bytes)
  })
})

afterEach(() => vi.unstubAllGlobals())

const unregister = () => {
  workers = 0
  return Promise.resolve(true)
}

function makeContainer() {
  return {
    register: () => {
      workers = 1
      return Promise.resolve()
    },
    getRegistration: () =>
      Promise.resolve(workers === 0 ? undefined : { scope: 'https://a.example/', unregister }),
  }
}

async function untilAborted(signal: AbortSignal | null | undefined): Promise<void> {
  await new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
  })
}

const never = new AbortController().signal

/** Begins to keep the whole archive from a host that falls silent. */
function beginKeeping({ keepList } = window) {
  isSilent = true
  const asked = new Promise<void>((resolve) => {
    onArticle = resolve
  })
  const failure = keepList(client, '', { signal: never }).then(
    () => 'kept',
    (error: unknown) => String(error),
  )
  return { asked, failure }
}

describe('A12 "Remove everything"', () => {
  test('A12 removes what is kept, and the worker', async () => {
    await window.keepList(client, '', { signal: never })
    expect([workers, store.list().length > 0]).toEqual([1, true])
    await window.removeAllKept()
    expect([workers, store.list()]).toEqual([0, []])
  })

  test('A12 a list removed where another window has removed everything leaves nothing behind', async () => {
    const settings = settingsStore.read()
    settingsStore.write({ ...settings, keepRead: 'on' })
    await window.keepList(client, '', { signal: never })
    await window.removeAllKept()
    await window.removeList('')
    await window.removeRead()
    expect([workers, store.list()]).toEqual([0, []])
    settingsStore.write(settings)
  })

  test('A12 does not wait for what is being kept, and ends it', async () => {
    const { asked, failure } = beginKeeping()
    await asked
    await window.removeAllKept()
    expect([workers, store.list()]).toEqual([0, []])
    expect(await failure).toContain('AbortError')
    expect([workers, store.list()]).toEqual([0, []])
  })

  test('A12 does not wait for what another window keeps, and ends it', async () => {
    vi.resetModules()
    const other = await import('./change-kept.ts')
    const { asked, failure } = beginKeeping(other)
    await asked
    await window.removeAllKept()
    expect([workers, store.list()]).toEqual([0, []])
    expect(await failure).toContain('AbortError')
    expect([workers, store.list()]).toEqual([0, []])
    // It can keep something again.
    isSilent = false
    await other.keepList(client, '', { signal: never })
    expect(store.list().length).toBeGreaterThan(0)
  })

  test('A12 what was asked for before, and waits, is not kept after', async () => {
    const first = beginKeeping()
    await first.asked
    const second = beginKeeping()
    await window.removeAllKept()
    expect(await second.failure).toContain('AbortError')
    expect([workers, store.list()]).toEqual([0, []])
    isSilent = false
    await window.keepList(client, '', { signal: never })
    expect(store.list().length).toBeGreaterThan(0)
  })

  test('A12 works where the browser has no locks', async () => {
    vi.stubGlobal('navigator', { serviceWorker: makeContainer() })
    const { asked, failure } = beginKeeping()
    await asked
    await window.removeAllKept()
    expect(await failure).toContain('AbortError')
    expect([workers, store.list()]).toEqual([0, []])
  })
})

describe('A12 "Leave no trace"', () => {
  test('A12 removes everything, and has what is shown of it read anew', async () => {
    await window.keepList(client, '', { signal: never })
    client.setQueryData(['kept', 'record'], {})
    await forgetKept(client)
    expect([workers, store.list()]).toEqual([0, []])
    expect(client.getQueryState(['kept', 'record'])?.isInvalidated).toBe(true)
  })

  test('A12 leaves it listed when the store fails', async () => {
    await window.keepList(client, '', { signal: never })
    vi.spyOn(store, 'delete').mockRejectedValue(new Error('no store'))
    await forgetKept(client)
    expect(store.list().length).toBeGreaterThan(0)
  })
})
