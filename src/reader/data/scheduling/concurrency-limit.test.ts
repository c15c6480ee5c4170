import { expect, test } from 'vitest'
import { ConcurrencyLimit } from './concurrency-limit.ts'

function makeWork(log: string[]) {
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    log.push(name)
    await new Promise<void>((resolve) => {
      ends.set(name, resolve)
    })
    return name
  }
  return { work, end: (name: string) => ends.get(name)?.() }
}

const never = new AbortController().signal

test('runs two at a time and queues the others in order', async () => {
  const log: string[] = []
  const { work, end } = makeWork(log)
  const limit = new ConcurrencyLimit(2)
  const all = ['a', 'b', 'c', 'd'].map((name) => limit.run(work(name), never))
  expect(log).toEqual(['a', 'b'])
  end('b')
  await all[1]
  await Promise.resolve()
  expect(log).toEqual(['a', 'b', 'c'])
  for (const name of ['a', 'c']) end(name)
  await all[2]
  await Promise.resolve()
  end('d')
  await expect(Promise.all(all)).resolves.toEqual(['a', 'b', 'c', 'd'])
})

test('work aborted while it waits never runs', async () => {
  const log: string[] = []
  const { work, end } = makeWork(log)
  const limit = new ConcurrencyLimit(1)
  const leaving = new AbortController()
  const first = limit.run(work('a'), never)
  const second = limit.run(work('b'), leaving.signal)
  const third = limit.run(work('c'), never)
  leaving.abort()
  await expect(second).rejects.toThrow('abort')
  end('a')
  await first
  await Promise.resolve()
  end('c')
  await expect(third).resolves.toBe('c')
  expect(log).toEqual(['a', 'c'])
})

test('failing work lets the next in the queue run', async () => {
  const limit = new ConcurrencyLimit(1)
  const failing = limit.run(() => Promise.reject(new Error('offline')), never)
  await expect(failing).rejects.toThrow('offline')
  await expect(limit.run(() => Promise.resolve(1), never)).resolves.toBe(1)
})
