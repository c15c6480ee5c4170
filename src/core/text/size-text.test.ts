import { expect, test } from 'vitest'
import { toSizeText } from './size-text.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [64_500, '65 kB'],
  [5_000_000, '5.0 MB'],
  [12_300_000_000, '12 GB'],
  [9e15, '9000 TB'],
])('%d', (bytes, text) => {
  expect(toSizeText(bytes)).toBe(text)
})
