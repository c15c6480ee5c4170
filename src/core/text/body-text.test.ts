import { expect, test } from 'vitest'
import { toBodyText } from './body-text.ts'

test.each([
  ['no part', [], ''],
  ['one part', ['<p>The ferry</p><p>left at nine.</p>'], 'The ferry\nleft at nine.'],
  [
    'parts never share a line',
    ['<p>The ferry</p>', 'left <b>at</b> nine.'],
    'The ferry\nleft at nine.',
  ],
])('%s', (_, parts, text) => {
  expect(toBodyText(parts)).toBe(text)
})
