import { afterEach, describe, expect, test, vi } from 'vitest'
import { ContractError } from '#contract/contract-error.ts'
import { toFileHash } from '#contract/file-names.ts'
import { DataError, isGone } from './data-error.ts'
import { fetchBytes, fetchJson } from './fetch-file.ts'
import { silenceMs } from './silence-limit.ts'

const body = '{"rows":[]}'
const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
const hash = toFileHash(new Uint8Array(digest))
const path = 'data/timeline/x.json'

/** Answers requests one after the other; an `Error` is a failed connection. */
function answer(...answers: (Response | Error)[]) {
  const requests: (RequestCache | undefined)[] = []
  vi.stubGlobal('fetch', (_url: string, options: RequestInit) => {
    requests.push(options.cache)
    const next = answers.shift() ?? new Error('no more answers')
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
  })
  return requests
}

async function failureOf(promise: Promise<unknown>): Promise<DataError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DataError)) throw new Error('expected a DataError', { cause: error })
  return error
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('S24 a file that cannot be loaded', () => {
  test.each([
    ['S24 no response is offline', [new TypeError('Failed to fetch')], 'offline'],
    ['S24 status 503 is status', [new Response('', { status: 503 })], 'status'],
    [
      'S24 an HTML page instead of JSON is corrupt',
      [new Response('<html>'), new Response('<html>')],
      'corrupt',
    ],
    ['S24 a truncated file is corrupt', [new Response('{"row'), new Response('{"row')], 'corrupt'],
    [
      'S24 bytes that do not match the hash in the name are corrupt',
      [new Response('{}'), new Response('{}')],
      'corrupt',
    ],
  ])('%s', async (_name, answers, kind) => {
    answer(...answers)
    const error = await failureOf(fetchJson(path, (value) => value, { hash }))
    expect(error).toMatchObject({ kind, path })
    expect(error.message).toContain(path)
  })

  test('S24 an unknown shape is contract, and keeps its cause', async () => {
    answer(new Response(body))
    const cause = new ContractError('timeline shard: firstOrdinal')
    const error = await failureOf(
      fetchJson(
        path,
        () => {
          throw cause
        },
        { hash },
      ),
    )
    expect(error).toMatchObject({ kind: 'contract', cause })
  })

  test('S24 a damaged copy is fetched again past the cache, and the intact one is used', async () => {
    const requests = answer(new Response('{"row'), new Response(body))
    await expect(fetchJson(path, (value) => value, { hash })).resolves.toEqual({ rows: [] })
    expect(requests).toEqual(['default', 'reload'])
  })

  test('S24 without a secure context broken JSON is still fetched again', async () => {
    vi.stubGlobal('crypto', {})
    const requests = answer(new Response('{"row'), new Response(body))
    await expect(fetchJson(path, (value) => value, { hash })).resolves.toEqual({ rows: [] })
    expect(requests).toEqual(['default', 'reload'])
  })

  test('S24 a manifest that is not JSON is corrupt at once, as it is never cached', async () => {
    answer(new Response('<!doctype html>'))
    expect(await failureOf(fetchJson('manifest.json', (value) => value))).toMatchObject({
      kind: 'corrupt',
    })
  })
})

test('S23 a file that is gone indicates a newer build', async () => {
  answer(new Response('', { status: 404 }))
  expect(isGone(await failureOf(fetchBytes(path, { hash })))).toBe(true)
  expect(isGone(new DataError('status', path, { status: 500 }))).toBe(false)
  expect(isGone(new Error('other'))).toBe(false)
})

test('rethrows an abort as it is, not as a failure', async () => {
  const abort = new AbortController()
  abort.abort()
  const reason = new DOMException('gone', 'AbortError')
  answer(reason)
  await expect(fetchBytes(path, { hash, signal: abort.signal })).rejects.toBe(reason)
})

/** A host that says pieces of an answer when the test does, and falls silent in between. */
function speak() {
  const requests: (RequestCache | undefined)[] = []
  const answers: ReadableStreamDefaultController<Uint8Array>[] = []
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (_url: string, { cache, signal }: RequestInit) => {
    requests.push(cache)
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      answers.push(controller)
      signal?.addEventListener('abort', () => controller.error(signal.reason))
    }
    return Promise.resolve(new Response(new ReadableStream({ start })))
  })
  return {
    requests,
    say: (piece: string) => answers.at(-1)?.enqueue(new TextEncoder().encode(piece)),
    end: () => answers.at(-1)?.close(),
  }
}

describe('S24 a host that falls silent', () => {
  test('S24 is late when no answer comes', async () => {
    vi.useFakeTimers()
    vi.stubGlobal(
      'fetch',
      (_url: string, { signal }: RequestInit) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error))
        }),
    )
    const failure = failureOf(fetchBytes(path, { hash }))
    await vi.advanceTimersByTimeAsync(silenceMs)
    expect(await failure).toMatchObject({ kind: 'late', path })
  })

  test('S24 is late when an answer stops half way', async () => {
    const host = speak()
    const failure = failureOf(fetchBytes(path, { hash }))
    host.say('{"row')
    await vi.advanceTimersByTimeAsync(silenceMs)
    expect(await failure).toMatchObject({ kind: 'late', path })
  })

  test('waits as long as something still comes, however slowly', async () => {
    const host = speak()
    const bytes = fetchBytes(path, { hash })
    for (const piece of body) {
      await vi.advanceTimersByTimeAsync(silenceMs - 1)
      host.say(piece)
      await vi.advanceTimersByTimeAsync(0)
    }
    host.end()
    expect(new TextDecoder().decode(await bytes)).toBe(body)
  })

  test('S24 is asked again past the cache, where the silent request may still stand', async () => {
    const { requests } = speak()
    for (const _ of [1, 2]) {
      const failure = failureOf(fetchBytes('data/timeline/again.json', { hash }))
      await vi.advanceTimersByTimeAsync(silenceMs)
      await failure
    }
    expect(requests).toEqual(['default', 'reload'])
  })
})
