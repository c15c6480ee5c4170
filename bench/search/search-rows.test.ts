import { expect, test } from 'vitest'
import { toMarkdown } from '../report/table.ts'
import { toSearchRows, type EngineFigures } from './search-rows.ts'

const cost = { wallMs: 20_000, cpuMs: 30_000, peakBytes: 250e6 }
const truth = { expected: Array.from({ length: 100 }, () => [1]), foldedBytes: 25e6 }
const own: EngineFigures = {
  answers: truth.expected,
  cold: truth.expected.map(() => ({ requests: 3, bytes: 36_000, fileBytes: 35_000 })),
  warm: [{ rowsMs: 40, markedMs: 60 }],
  index: { files: 400, bytes: 10e6 },
  costs: [cost],
  without: [{ ...cost, wallMs: 15_000 }],
}

test('holds each figure that has a target against it', () => {
  const table = toMarkdown({ title: 'search', rows: toSearchRows(truth, own) }, 6_000)
  expect(table.match(/ met /g)).toHaveLength(7)
  expect(table.split('\n')).toHaveLength(18)
  expect(table).not.toContain('missed')
})

test('a miss and a slow tail show', () => {
  const answers = own.answers.with(7, [])
  const cold = own.cold.map((query, at) => (at < 10 ? { ...query, bytes: 110_000 } : query))
  const rows = toSearchRows(truth, { ...own, answers, cold })
  const table = toMarkdown({ title: 'search', rows }, 6_000)
  expect(table).toMatch(/recall of 100 queries +\| 0\.99 +\| 1\.00 +\| \*\*missed/)
  expect(table).toMatch(
    /on the wire, median \/ p95 +\| 36 \/ 110 KB +\| <= 40 \/ 100 KB \| \*\*missed/,
  )
})

test('puts another program beside the figures that it has too', () => {
  const peer = { ...own, looked: 200, warm: [{ rowsMs: 90 }], without: [], texts: own.index }
  const rows = toSearchRows(truth, own, peer)
  const besides = Object.fromEntries(rows.map(({ what, peer }) => [what, peer]))
  expect(besides).toMatchObject({
    precision: '1.00 in the first 200',
    index: '10 MB in 400 files, and texts of 10 MB in 400 files',
    'warm query: rows on the screen, median': '90 ms',
    'warm query: first hit marked, median / p95': undefined,
    'build with search: more than without': undefined,
  })
})
