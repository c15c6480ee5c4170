import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { scanRows } from './scan-rows.ts'
import type { RowText } from './site-rows.ts'

const rows: RowText[] = [
  { ordinal: 0, title: '港口的灯', body: '第5代iPhone上市，排隊的人很多。' },
  { ordinal: 1, title: 'Harbour lights', body: 'The lamps along the quay are lit, 一盏一盏。' },
  { ordinal: 2, title: '', body: '' },
]

test('finds the posts of each query and weighs the folded text', async () => {
  const queries = [
    '排队',
    'lamp',
    '的 -iphone',
    '"第5代"',
    '!!',
    '"lamps quay"',
    '盏 harbour',
    '灯的',
  ]
  const { expected, foldedBytes } = await scanRows(listRows(), queries.map(parseQuery))
  expect(expected).toEqual([[0], [1], [], [0], [], [], [1], []])
  expect(foldedBytes).toBe(
    Buffer.byteLength('港口的灯第 5 代 iphone 上市 排队的人很多') +
      Buffer.byteLength('harbour lightsthe lamps along the quay are lit 一盏一盏'),
  )
})

async function* listRows(): AsyncGenerator<RowText> {
  for (const row of rows) yield await Promise.resolve(row)
}
