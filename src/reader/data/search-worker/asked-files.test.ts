import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { DataError } from '#reader/data/files/data-error.ts'
import { elsewhere, type FetchOptions } from '#reader/data/files/fetch-file.ts'
import { silenceMs } from '#reader/data/files/silence-limit.ts'
import { serveWorkerFiles } from '#reader/data/search/serve-worker-files.ts'
import { askPageForFiles } from './asked-files.ts'

afterEach(() => {
  delete elsewhere.read
  vi.unstubAllGlobals()
})

const encode = (text: string) => new TextEncoder().encode(text)
const path = 'data/search/aaaaaaaaaaaaaaaaaaaaaaaaaa/3.bin'

const never = () => new Promise<boolean>(() => {})

type Read = (path: string, options: FetchOptions) => Promise<Uint8Array> | undefined

/** A worker and its page, with a port between them; `page` is how the page reads. */
function open(page: Read) {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => {
    port1.close()
    port2.close()
  })
  askPageForFiles(port2)
  const worker = elsewhere.read
  elsewhere.read = page
  const end = serveWorkerFiles(port1)
  return Object.assign((options: FetchOptions, asked = path) => worker?.(asked, options), { end })
}

/** A page that offers several bytes, as hosts send them, and takes the first that is proven. */
const offer =
  (...all: string[]): Read =>
  async (asked, { isProven }) => {
    for (const text of all) {
      const bytes = encode(text)
      if ((await isProven?.(bytes)) === true) return bytes
    }
    throw new DataError('late', asked, {})
  }

describe('A4 the search worker', () => {
  test('A4 proves what the page reads for it, and gets what it has proven', async () => {
    const seen: string[] = []
    const isProven = (bytes: Uint8Array) => {
      seen.push(new TextDecoder().decode(bytes))
      return seen.at(-1) === 'right'
    }
    const read = open(offer('forged', 'right', 'never asked'))
    expect(await read({ isProven })).toEqual(encode('right'))
    expect(seen).toEqual(['forged', 'right'])
  })

  test('hears why there is no file, and which', async () => {
    const read = open(offer('forged'))
    await expect(read({ isProven: () => false })).rejects.toMatchObject({ kind: 'late', path })
  })

  test('can read many at once', async () => {
    const read = open(offer('1', '2', '3'))
    const wanted = ['3', '1', '2', '3', '1']
    const all = wanted.map(async (text) =>
      read({ isProven: (bytes) => new TextDecoder().decode(bytes) === text }),
    )
    expect(await Promise.all(all)).toEqual(wanted.map(encode))
  })

  test('that cannot prove bytes has its own error, and nobody is blamed for them', async () => {
    const judged: unknown[] = []
    const read = open(async (asked, { isProven }) => {
      judged.push(await Promise.resolve(isProven?.(encode('right'))).catch(() => 'nobody'))
      throw new DataError('late', asked, {})
    })
    const error = new RangeError('no memory')
    await expect(read({ isProven: () => Promise.reject(error) })).rejects.toBe(error)
    await vi.waitFor(() => expect(judged).toEqual(['nobody']))
  })

  test('that is gone leaves nothing to be read, or to be proven', async () => {
    const ends: unknown[] = []
    const page = (asked: string, { isProven, signal }: FetchOptions) =>
      new Promise<Uint8Array>((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DataError('late', asked, {})))
        void Promise.resolve(isProven?.(encode('never judged'))).catch((error: unknown) => {
          ends.push(error)
        })
      })
    const read = open(page)
    const asked = new Promise<void>((resolve) => {
      void read({ isProven: () => (resolve(), never()) })?.catch(() => undefined)
    })
    await asked
    read.end()
    await vi.waitFor(() => expect(ends).toMatchObject([{ name: 'AbortError' }]))
  })

  test('that does not prove bytes in time has an error', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const read = open(offer('never judged'))
    const asked: { reading?: Promise<unknown> | undefined } = {}
    await new Promise<void>((resolve) => {
      const isProven = () => {
        resolve()
        return never()
      }
      asked.reading = read({ isProven })?.catch((error: unknown) => error)
    })
    vi.advanceTimersByTime(silenceMs)
    expect(await asked.reading).toMatchObject({ kind: 'late', path })
  })

  test('ends what the page reads when it needs it no more', async () => {
    const page: { start: (signal: AbortSignal | undefined) => void } = { start: () => {} }
    const started = new Promise<AbortSignal | undefined>((resolve) => {
      page.start = resolve
    })
    const read = open((_, { signal }) => {
      page.start(signal)
      return new Promise(() => {})
    })
    const abort = new AbortController()
    const reading = read({ isProven: () => true, signal: abort.signal })
    const signal = await started
    const ended = new Promise((resolve) => signal?.addEventListener('abort', resolve))
    abort.abort(new Error('left'))
    await expect(reading).rejects.toThrow('left')
    await ended
  })

  test('A2 leaves to its host what it cannot prove, and what is no data', () => {
    const read = open(offer('1'))
    expect(read({})).toBe(undefined)
    expect(read({ isProven: () => true }, 'assets/worker.js')).toBe(undefined)
  })
})
