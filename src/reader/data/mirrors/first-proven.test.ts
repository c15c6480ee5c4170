import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { waitMs } from '#reader/data/scheduling/wait-ms.ts'
import { NoSourceError, readFirstProven, type FileSource, type Outcome } from './first-proven.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

interface Script {
  /** When it answers, milliseconds after it was asked; absent = never. */
  afterMs?: number
  fails?: unknown
  /** Sends something every so many milliseconds. */
  sendsEveryMs?: number
  isElsewhere?: boolean
}

/** Sources that do what a script says, and a record of when each was asked and given up. */
function makeSources(scripts: Readonly<Record<string, Script>>) {
  const told: string[] = []
  const tell = (words: string) => told.push(`${Date.now()} ${words}`)
  const sources = Object.entries(scripts).map(([name, script]) => ({
    name,
    isElsewhere: script.isElsewhere ?? false,
    read: async ({ signal, onHeard }: { signal: AbortSignal; onHeard: () => void }) => {
      tell(`${name} asked`)
      signal.addEventListener('abort', () => tell(`${name} given up`), { once: true })
      const beat = script.sendsEveryMs
      const sending = beat === undefined ? undefined : setInterval(onHeard, beat)
      await waitMs(script.afterMs ?? 1e9, signal)
      clearInterval(sending)
      if (script.fails !== undefined) throw script.fails
      return new TextEncoder().encode(name)
    },
  }))
  return { sources, told }
}

type Named = FileSource & { name: string }

function race(
  scripts: Readonly<Record<string, Script>>,
  more: Partial<Parameters<typeof readFirstProven<Named>>[1]> = {},
) {
  const { sources, told } = makeSources(scripts)
  const outcomes: string[] = []
  const reading = readFirstProven<Named>(sources, {
    pauseMs: () => 400,
    wait: waitMs,
    agree: () => Promise.resolve(true),
    isOpen: () => true,
    isFinal: () => false,
    note: ({ name }, { kind }: Outcome) => outcomes.push(`${name} ${kind}`),
    ...more,
  }).then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: unknown) => error,
  )
  return { reading, told, outcomes }
}

describe('sources', () => {
  test('are asked one after the other, each when the one before was silent for a pause', async () => {
    const { reading, told, outcomes } = race({ a: {}, b: {}, c: { afterMs: 100 }, d: {} })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toBe('c')
    expect(told.slice(0, 3)).toEqual(['0 a asked', '400 b asked', '800 c asked'])
    expect(told.slice(3)).toEqual(expect.arrayContaining(['900 a given up', '900 b given up']))
    expect(told.join()).not.toContain('d asked')
    expect(outcomes).toEqual(['c answered', 'a passed', 'b passed'])
  })

  test('are asked at once when one has failed', async () => {
    const fails = new Error('refused')
    const { reading, told } = race({
      a: { afterMs: 0, fails },
      b: { afterMs: 10, fails },
      c: { afterMs: 5 },
    })
    await vi.advanceTimersByTimeAsync(20)
    expect(await reading).toBe('c')
    expect(told.filter((one) => one.endsWith('asked'))).toEqual([
      '0 a asked',
      '0 b asked',
      '10 c asked',
    ])
  })

  test('an earlier one that answers late still wins', async () => {
    const { reading, outcomes } = race({ a: { afterMs: 450 }, b: { afterMs: 1_000 } })
    await vi.advanceTimersByTimeAsync(500)
    expect(await reading).toBe('a')
    expect(outcomes).toEqual(['a answered'])
  })

  test('one that keeps sending is not doubled at once, but it cannot hold all up for ever', async () => {
    const slow = { afterMs: 1_500, sendsEveryMs: 100 }
    const some = race({ a: slow, b: { afterMs: 1 } })
    await vi.advanceTimersByTimeAsync(1_600)
    expect(await some.reading).toBe('a')
    expect(some.told.join()).not.toContain('b asked')
    const endless = race({ a: { sendsEveryMs: 100 }, b: { afterMs: 1 } })
    await vi.advanceTimersByTimeAsync(2_100)
    expect(await endless.reading).toBe('b')
  })

  test('all that fail are told with their failures', async () => {
    const [one, other] = [new Error('one'), new Error('other')]
    const { reading } = race({ a: { afterMs: 900, fails: one }, b: { afterMs: 5, fails: other } })
    await vi.advanceTimersByTimeAsync(1_000)
    const error = await reading
    expect(error).toBeInstanceOf(NoSourceError)
    expect(error).toMatchObject({ errors: [other, one] })
  })

  test('a failure that is final ends it', async () => {
    const gone = new Error('gone')
    const { reading, told } = race(
      { a: { afterMs: 10, fails: gone }, b: {} },
      { isFinal: (error) => error === gone },
    )
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toBe(gone)
    expect(told).toEqual(['0 a asked', '10 a given up'])
  })

  test('one that is closed by now is passed over', async () => {
    const { reading } = race(
      { a: {}, b: { afterMs: 1 }, c: { afterMs: 1 } },
      { isOpen: ({ name }) => name !== 'b' },
    )
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toBe('c')
  })

  test('are all given up when nobody waits any more', async () => {
    const abort = new AbortController()
    const { reading, told } = race({ a: {}, b: {} }, { signal: abort.signal })
    await vi.advanceTimersByTimeAsync(500)
    abort.abort(new Error('left'))
    expect(await reading).toEqual(new Error('left'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(told).toEqual(['0 a asked', '400 b asked', '500 a given up', '500 b given up'])
  })
})

const agreeLate = (signal: AbortSignal) => waitMs(5_000, signal).then(() => true)
const refuse = () => Promise.resolve(false)

describe('sources elsewhere', () => {
  const elsewhere = { isElsewhere: true }

  test('are asked only when somebody has agreed, and then as others are', async () => {
    const { reading, told } = race(
      { a: {}, b: elsewhere, c: { ...elsewhere, afterMs: 10 } },
      { agree: agreeLate },
    )
    await vi.advanceTimersByTimeAsync(5_399)
    expect(told).toEqual(['0 a asked'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toBe('c')
    expect(told.slice(1, 3)).toEqual(['5400 b asked', '5800 c asked'])
  })

  test('are not asked together because the first failed while somebody decided', async () => {
    const fails = new Error('refused')
    const { reading, told } = race(
      { a: { afterMs: 1_000, fails }, b: { ...elsewhere, afterMs: 10 }, c: elsewhere },
      { agree: agreeLate },
    )
    await vi.advanceTimersByTimeAsync(6_000)
    expect(await reading).toBe('b')
    expect(told.join()).not.toContain('c asked')
  })

  test('are never asked when somebody has refused: the first answers or fails alone', async () => {
    const fails = new Error('refused')
    const late = race({ a: { afterMs: 900 }, b: elsewhere, c: elsewhere }, { agree: refuse })
    const failed = race({ a: { afterMs: 9, fails }, b: elsewhere, c: elsewhere }, { agree: refuse })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await late.reading).toBe('a')
    expect(await failed.reading).toMatchObject({ errors: [fails] })
    expect([...late.told, ...failed.told].join('\n')).not.toMatch(/[bc] asked/)
  })

  test('need no answer any more when the first has one', async () => {
    const questions: AbortSignal[] = []
    const agree = (signal: AbortSignal) => {
      questions.push(signal)
      return waitMs(1e9, signal).then(() => false)
    }
    const { reading } = race({ a: { afterMs: 900 }, b: elsewhere }, { agree })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await reading).toBe('a')
    expect(questions.map(({ aborted }) => aborted)).toEqual([true])
  })
})
