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
  return { list, filler, fetched, steps }
}

test('draws every row of a list in steps that grow from the top', async () => {
  const { filler, fetched, steps } = makeList(95)
  await filler.fill('idle')
  expect(filler.read()).toEqual({ rows: 95, total: 95, hits: 95, isAwaited: false })
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

/** A list of a search whose hits are found in steps. */
function makeSearch(rows: number) {
  const found: number[] = []
  const findHits = async (filler: ListFiller) => {
    await Promise.resolve()
    for (const end of [Math.min(100, rows), rows]) {
      found.push(end)
      filler.tellHits(end, end < rows)
    }
  }
  return { ...makeList(rows, { findHits }), found }
}

test('looks for no hits in rows out of sight until somebody takes the whole list', async () => {
  const { filler, found } = makeSearch(250)
  await filler.fill('idle')
  await filler.fill('now')
  expect([filler.isFull, filler.isWhole, found]).toEqual([true, false, []])
  await filler.fillWhole()
  expect([filler.isWhole, found]).toEqual([true, [100, 250]])
  expect(filler.read()).toEqual({ rows: 250, total: 250, hits: 250, isAwaited: false })
  await filler.fillWhole()
  expect(found).toHaveLength(2)
})

test('finds the hits of a list whose rows are being drawn, once they are', async () => {
  const { filler } = makeSearch(40)
  const drawn: number[] = []
  filler.subscribe(() => {
    if (filler.read().hits > 0) drawn.push(filler.read().rows)
  })
  const idle = filler.fill('idle')
  await filler.fillWhole()
  await idle
  expect([filler.isWhole, new Set(drawn)]).toEqual([true, new Set([40])])
})

test('keeps what is drawn and marked when more hits come', () => {
  const { filler } = makeSearch(150)
  filler.fillAtOnce()
  filler.tellHits(100, false)
  const grown = new ListFiller(makeSearch(160).list, filler.read())
  expect(grown.read()).toEqual({ rows: 150, total: 160, hits: 100, isAwaited: false })
})

test('a list without a search has nothing to look for', async () => {
  const { filler } = makeList(40)
  await filler.fill('idle')
  expect(filler.isWhole).toBe(true)
})
