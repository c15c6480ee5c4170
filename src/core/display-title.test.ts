import { expect, test } from 'vitest'
import { toDisplayTitle } from './display-title.ts'

const id = '2020-08-30-abcdefgh'

test.each([
  ['its own title', { id, title: '字节跳动回应', excerpt: '文' }, '字节跳动回应'],
  ['the text when it has no title', { id, excerpt: 'A short text.', slug: 'x' }, 'A short text.'],
  [
    'the first 40 characters of a longer text',
    { id, excerpt: '港'.repeat(41), slug: 'x' },
    `${'港'.repeat(40)}…`,
  ],
  [
    'whole characters, never half a pair',
    { id, excerpt: `${'🚋'.repeat(40)}.` },
    `${'🚋'.repeat(40)}…`,
  ],
  ['the file name without title and text', { id, slug: 'harbour-lights' }, 'harbour-lights'],
  ['the id when nothing else is known', { id }, id],
])('a post shows %s', (_, parts, shown) => {
  expect(toDisplayTitle(parts)).toBe(shown)
})
