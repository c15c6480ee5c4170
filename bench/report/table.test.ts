import { expect, test } from 'vitest'
import { figure, row, share, type Row } from './row.ts'
import { toMarkdown } from './table.ts'

test.each<[string, Row, number, string]>([
  ['below its bound', figure('first load: data', 59, 'KB'), 6_000, '59 KB | <= 60 KB | met'],
  ['above it', figure('first load: data', 61, 'KB'), 6_000, '61 KB | <= 60 KB | **missed**'],
  ['of a larger archive', figure('first load: data', 61, 'KB'), 1e6, '61 KB | <= 90 KB | met'],
  ['that has no bound', figure('article, cold', 238, 'ms'), 6_000, '238 ms | |'],
  ['without one at its size', figure("whole build as a part of Hugo's time", 9), 1e6, '9 | |'],
  ['remarked', figure('index as a part of the folded text (26 MB)', 0.4), 1, '0.4 | <= 0.5 | met'],
  [
    'of a pair',
    figure('cold query: bytes on the wire, median / p95', [36, 110], 'KB'),
    6_000,
    '36 / 110 KB | <= 40 / 100 KB | **missed**',
  ],
  ['that is nearly everything', share('precision', 0.99999), 6_000, '0.99 | 1.00 | **missed**'],
  ['that is everything', share('precision', 1), 6_000, '1.00 | 1.00 | met'],
  ['that is to reach a bound', { ...figure('points', 95), least: 95 }, 6_000, '95 | >= 95 | met'],
])('holds a figure %s against its target', (_, line, size, cells) => {
  const [, , text = ''] = toMarkdown({ title: '', rows: [line] }, size).split('\n')
  expect(text.replaceAll(/ +/g, ' ')).toBe(`| ${line.what} | ${cells} |`)
})

test('puts another program beside, and columns under each other', () => {
  const rows = [row('index', '26 MB', '34 MB'), row('precision', '1')]
  expect(toMarkdown({ title: 'search', peer: 'Pagefind 1.6.0', rows }, 6_000)).toBe(
    `| search    | measured | target |     | Pagefind 1.6.0 |
| --------- | -------- | ------ | --- | -------------- |
| index     | 26 MB    |        |     | 34 MB          |
| precision | 1        |        |     |                |`,
  )
})
