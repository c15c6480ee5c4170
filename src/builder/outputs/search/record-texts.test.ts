import { expect, test } from 'vitest'
import { toSearchTexts } from './record-texts.ts'

function toBatch(records: [row: unknown, body: unknown][]) {
  const parts = records.flat().map((value) => Buffer.from(JSON.stringify(value)))
  return { bytes: Buffer.concat(parts), sizes: Uint32Array.from(parts, ({ length }) => length) }
}

test('returns the full title where that of the row is cut, and the text of all parts', () => {
  const batch = toBatch([
    [{ title: '春天 …' }, { title: '春天 来了', parts: ['<p>a &amp; b</p>', '<p>雪</p>'] }],
    [{ title: 'Ferry' }, { parts: [] }],
    [{}, { parts: ['x'] }],
  ])
  expect(toSearchTexts(batch)).toEqual([
    { title: '春天 来了', body: 'a & b\n雪' },
    { title: 'Ferry', body: '' },
    { title: '', body: 'x' },
  ])
})

test('returns nothing for an empty batch', () => {
  expect(toSearchTexts(toBatch([]))).toEqual([])
})
