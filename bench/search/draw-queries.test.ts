import { expect, test } from 'vitest'
import { foldText } from '#search/fold/fold-text.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { foldPost, matchesQuery } from '#search/testing/search-oracle.ts'
import { drawQueries } from './draw-queries.ts'

const texts = [
  '第5代iPhone上市，排隊的人很多。Many people queued\nin the rain.',
  '港口的燈一盞一盞亮起來：“真好”。The lamps along the quay are lit.',
]
const source = {
  count: texts.length,
  readText: (ordinal: number) => Promise.resolve(texts[ordinal] ?? ''),
}

test('draws the same queries for the same seed', async () => {
  const plan = { pieces: 30, phrases: 8, seed: 7 }
  const first = await drawQueries(source, plan)
  expect(first).toHaveLength(38)
  expect(await drawQueries(source, plan)).toEqual(first)
  expect(await drawQueries(source, { ...plan, seed: 8 })).not.toEqual(first)
})

test('every query is written as in a text, short, and finds it', async () => {
  const folded = texts.map((body) => foldPost({ title: '', body }))
  const queries = await drawQueries(source, { pieces: 300, phrases: 0, seed: 1 })
  for (const query of queries) {
    const length = foldText(query).replaceAll(' ', '').length
    expect(length).toBeGreaterThanOrEqual(2)
    expect(length).toBeLessThanOrEqual(8)
    expect(parseQuery(query)).toMatchObject({ clauses: [{ kind: 'text' }], notes: [] })
    expect(folded.some((post) => matchesQuery(parseQuery(query), post))).toBe(true)
    const written = texts.join('\n').replaceAll('\n', ' ')
    expect(written).toContain(query.replaceAll('"', ''))
  }
  expect(queries.some((query) => query.includes('隊'))).toBe(true)
  expect(queries.some((query) => /代iPhone|5代/u.test(query))).toBe(true)
})

test('an archive without words gives no words', async () => {
  const bare = { count: 1, readText: () => Promise.resolve('港口的燈') }
  expect(await drawQueries(bare, { pieces: 0, phrases: 4, seed: 1 })).toEqual([])
})
