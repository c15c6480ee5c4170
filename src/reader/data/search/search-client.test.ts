import { afterEach, describe, expect, test, vi } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { silenceMs } from '#reader/data/files/silence-limit.ts'
import { SearchClient } from './search-client.ts'
import type {
  WorkerAnswer,
  SearchedArchive,
  WorkerRequest,
} from '#reader/data/search-worker/search-messages.ts'

const archive: SearchedArchive = {
  base: '/',
  build: 'one',
  opening: toFileHash(new Uint8Array(32)),
  root: toFileHash(new Uint8Array(32)),
  rows: 9,
  facets: [],
}

/** A worker whose answers the test supplies by hand. */
class HandWorker extends EventTarget {
  readonly asked: WorkerRequest[] = []
  readonly terminate = vi.fn<() => void>()

  postMessage(request: WorkerRequest): void {
    this.asked.push(request)
  }

  answer(answer: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

function makeClient() {
  const workers: HandWorker[] = []
  const client = new SearchClient({
    path: 'assets/worker.js',
    start: () => {
      const worker = new HandWorker()
      workers.push(worker)
      return worker
    },
    explain: () => Promise.resolve(new DataError('status', 'assets/worker.js', { status: 404 })),
  })
  return { client, workers }
}

const listener = () => ({
  days: [],
  onUnderstood: vi.fn<() => void>(),
  onBatch: vi.fn<() => void>(),
  signal: new AbortController().signal,
})

const hits = (id: number, isLast: boolean): WorkerAnswer => ({
  kind: 'batch',
  id,
  ordinals: new Uint32Array(1),
  scores: new Float32Array(1),
  isLast,
})

describe('the client of the search worker', () => {
  test('starts a single worker, on the first request', async () => {
    const { client, workers } = makeClient()
    expect(workers).toHaveLength(0)
    client.warm(archive)
    const asked = client.mark(archive, 'a', [])
    expect(workers).toHaveLength(1)
    expect(workers[0]?.asked.map(({ kind }) => kind)).toEqual(['open', 'mark'])
    workers[0]?.answer({ kind: 'marks', id: 2, marks: [], isWhole: true })
    await expect(asked).resolves.toMatchObject({ isWhole: true })
  })

  test('ends a search with its last batch', async () => {
    const { client, workers } = makeClient()
    const told = listener()
    const search = client.search(archive, 'a', told)
    workers[0]?.answer({ kind: 'understood', id: 2, query: { clauses: [], notes: [] } })
    workers[0]?.answer(hits(2, false))
    workers[0]?.answer(hits(2, true))
    await search
    expect(told.onUnderstood).toHaveBeenCalledTimes(1)
    expect(told.onBatch).toHaveBeenCalledTimes(2)
  })

  test('cancels a search after the requests of the same task, and ignores its later answers', async () => {
    const { client, workers } = makeClient()
    const abort = new AbortController()
    const told = listener()
    const search = client.search(archive, 'a', { ...told, signal: abort.signal })
    abort.abort()
    const next = client.search(archive, 'ab', listener())
    await expect(search).rejects.toThrow('abort')
    const asked = workers[0]?.asked.map(({ kind, id }) => `${kind} ${id}`)
    expect(asked).toEqual(['open 1', 'search 2', 'search 3', 'cancel 2'])
    workers[0]?.answer(hits(2, true))
    expect(told.onBatch).not.toHaveBeenCalled()
    workers[0]?.answer(hits(3, true))
    await expect(next).resolves.toBeUndefined()
  })

  test('turns a failure in the worker into a DataError', async () => {
    const { client, workers } = makeClient()
    const search = client.search(archive, 'a', listener())
    workers[0]?.answer({
      kind: 'failed',
      id: 2,
      failure: { kind: 'status', path: 'x', status: 503 },
    })
    await expect(search).rejects.toMatchObject({ name: 'DataError', kind: 'status', status: 503 })
  })

  test('reports why the worker crashed, and starts another for the next request', async () => {
    const { client, workers } = makeClient()
    const search = client.search(archive, 'a', listener())
    workers[0]?.dispatchEvent(new Event('error'))
    await expect(search).rejects.toMatchObject({ path: 'assets/worker.js', status: 404 })
    expect(workers[0]?.terminate).toHaveBeenCalledTimes(1)
    const again = client.search(archive, 'a', listener())
    expect(workers).toHaveLength(2)
    const { id = 0 } = workers[1]?.asked.at(-1) ?? {}
    workers[1]?.answer(hits(id, true))
    await again
  })
})

describe('S24 a worker whose script does not arrive', () => {
  afterEach(() => vi.useRealTimers())

  test('S24 is late; when the script comes after all, a retry finds with the same worker', async () => {
    vi.useFakeTimers()
    const { client, workers } = makeClient()
    const first = client.search(archive, 'a', listener())
    vi.advanceTimersByTime(silenceMs)
    await expect(first).rejects.toMatchObject({ kind: 'late', path: 'assets/worker.js' })
    const again = client.search(archive, 'a', listener())
    workers[0]?.answer({ kind: 'opened', id: 1 })
    vi.advanceTimersByTime(silenceMs)
    workers[0]?.answer(hits(3, true))
    await again
    expect(workers).toHaveLength(1)
  })

  test('S24 is given up when it is late twice: the next retry starts another worker', async () => {
    vi.useFakeTimers()
    const { client, workers } = makeClient()
    for (const _ of [1, 2]) {
      const search = client.search(archive, 'a', listener())
      vi.advanceTimersByTime(silenceMs)
      await expect(search).rejects.toMatchObject({ kind: 'late' })
    }
    expect(workers[0]?.terminate).toHaveBeenCalledTimes(1)
    void client.search(archive, 'a', listener())
    expect(workers).toHaveLength(2)
  })
})
