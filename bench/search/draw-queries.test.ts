import { expect, test } from 'vitest'
import { foldText } from '../../src/search/fold/fold-text.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { foldPost, matchesQuery } from '../../src/search/testing/search-oracle.ts'
import { drawQueries } from './draw-queries.ts'

const texts = [
  '第5代iPhone上市，排隊的人很多。Many people queued\nin the rain.',
  '港口的燈一盞一盞亮起來：“真好”。The lamps along the quay are lit.',
]

test('draws the same queries for the same seed', () => {
  const plan = { pieces: 30, phrases: 8, seed: 7 }
  const first = drawQueries(texts, plan)
  expect(first).toHaveLength(38)
  expect(drawQueries(texts, plan)).toEqual(first)
  expect(drawQueries(texts, { ...plan, seed: 8 })).not.toEqual(first)
})

test('every query is written as in a text, short, and finds it', () => {
  const folded = texts.map((body) => foldPost({ title: '', body }))
  const queries = drawQueries(texts, { pieces: 300, phrases: 0, seed: 1 })
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

test('draws words, phrases, and words beside a Chinese piece', () => {
  const queries = drawQueries(texts, { pieces: 0, phrases: 40, seed: 1 })
  expect(queries.filter((query) => /^"\w+ \w+"$/.test(query))).toHaveLength(10)
  expect(queries.filter((query) => /^\p{Script=Han}{2,4} \w+$/u.test(query))).toHaveLength(10)
})

test('an archive without words gives no words', () => {
  expect(drawQueries(['港口的燈'], { pieces: 0, phrases: 4, seed: 1 })).toEqual([])
})
