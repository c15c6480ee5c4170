import { expect, test } from 'vitest'
import { ListFiller, mostWholeRows, type FilledList } from './list-filler.ts'

/** A list with ten rows a file; all that was fetched, in order. */
function makeList(rows: number, more: Partial<FilledList> = {}) {
  const fetched: number[] = []
  const list: FilledList = {
    rows,
    fileOf: (row) => Math.floor(row / 10),
    isHere: (file) => fetched.includes(file),
    fetch: async (file) => {
      await Promise.resolve()
      fetched.push(file)
    },
    rest: async () => {},
    ...more,
  }
  const filler = new ListFiller(list)
  const steps: number[] = []
  filler.subscribe(() => steps.push(filler.read().rows))
  return { filler, fetched, steps }
}

test('draws every row of a list in steps that grow from the top', async () => {
  const { filler, fetched, steps } = makeList(95)
  await filler.fill('idle')
  expect(filler.read()).toEqual({ rows: 95, total: 95, isAwaited: false })
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect(Math.max(...steps.slice(1).map((rows, at) => rows - (steps[at] ?? 0)))).toBeLessThan(20)
  expect(fetched).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('draws no row before its file is here', async () => {
  const fetched = new Set<number>()
  const last: boolean[] = []
  const { filler } = makeList(200, {
    isHere: (file) => fetched.has(file),
    fetch: async (file) => {
      await Promise.resolve()
      fetched.add(file)
    },
  })
  filler.subscribe(() => {
    const { rows } = filler.read()
    last.push(rows === 0 || fetched.has(Math.floor((rows - 1) / 10)))
  })
  await filler.fill('now')
  expect(filler.isFull).toBe(true)
  expect(last).not.toContain(false)
})

test('draws at most the first two thousand rows', async () => {
  const { filler, fetched } = makeList(5_000)
  await filler.fill('now')
  expect(filler.read().rows).toBe(mostWholeRows)
  expect(Math.max(...fetched)).toBe(mostWholeRows / 10 - 1)
})

test('somebody who waits makes a filling fast that had begun idly', async () => {
  const paces: string[] = []
  const { filler } = makeList(300, {
    rest: async (pace) => {
      paces.push(pace)
      await Promise.resolve()
    },
  })
  const idle = filler.fill('idle')
  const now = filler.fill('now')
  expect(filler.read().isAwaited).toBe(true)
  await Promise.all([idle, now])
  expect(filler.read().isAwaited).toBe(false)
  expect(paces.at(-1)).toBe('now')
})

test('goes on past a file that cannot be fetched', async () => {
  const { filler } = makeList(40, { fetch: async () => Promise.reject(new Error('offline')) })
  await filler.fill('now')
  expect(filler.isFull).toBe(true)
})

test('draws all at once for whoever cannot wait', () => {
  const { filler, fetched } = makeList(400)
  filler.fillAtOnce()
  expect(filler.isFull).toBe(true)
  expect(fetched).toEqual([])
})

test('stops when the list is gone', async () => {
  const { filler } = makeList(400)
  const filling = filler.fill('idle')
  filler.stop()
  await filling
  expect(filler.read().rows).toBe(0)
})

test('counts the files to fetch no further than asked', () => {
  const { filler } = makeList(400)
  expect(filler.countMissing(100)).toBe(40)
  expect(filler.countMissing(8)).toBe(8)
})
