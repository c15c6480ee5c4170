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

test('two at a time, the others in the order they asked', async () => {
  const log: string[] = []
  const { work, end } = makeWork(log)
  const turns = new ConcurrencyLimit(2)
  const all = ['a', 'b', 'c', 'd'].map((name) => turns.take(work(name), never))
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

test('an aborted caller leaves the queue', async () => {
  const log: string[] = []
  const { work, end } = makeWork(log)
  const turns = new ConcurrencyLimit(1)
  const leaving = new AbortController()
  const first = turns.take(work('a'), never)
  const second = turns.take(work('b'), leaving.signal)
  const third = turns.take(work('c'), never)
  leaving.abort()
  await expect(second).rejects.toThrow('abort')
  end('a')
  await first
  await Promise.resolve()
  end('c')
  await expect(third).resolves.toBe('c')
  expect(log).toEqual(['a', 'c'])
})

test('work that fails passes the turn to the next', async () => {
  const turns = new ConcurrencyLimit(1)
  const failing = turns.take(() => Promise.reject(new Error('offline')), never)
  await expect(failing).rejects.toThrow('offline')
  await expect(turns.take(() => Promise.resolve(1), never)).resolves.toBe(1)
})
