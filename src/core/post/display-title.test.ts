import { expect, test } from 'vitest'
import { toDisplayTitle } from './display-title.ts'

const id = '2020-08-30-abcdefgh'

test.each([
  ['its own title', { id, title: '字节跳动回应', excerpt: '文' }, '字节跳动回应'],
  ['its text if it has no title', { id, excerpt: 'A short text.', slug: 'x' }, 'A short text.'],
  [
    'the first 40 characters of a longer text',
    { id, excerpt: '港'.repeat(41), slug: 'x' },
    `${'港'.repeat(40)}…`,
  ],
  [
    'whole characters, never half a surrogate pair',
    { id, excerpt: `${'🚋'.repeat(40)}.` },
    `${'🚋'.repeat(40)}…`,
  ],
  [
    'its file name if it has neither title nor text',
    { id, slug: 'harbour-lights' },
    'harbour-lights',
  ],
  [
    'its title without the name of its author',
    { id, title: '用钱杀死民主[video] - iYouPort', author: 'iyouport' },
    '用钱杀死民主[video]',
  ],
  [
    'its title without one of its tags, in any width',
    { id, title: 'Harbour – Ｎｅｗｓ', tags: ['Port', 'news'] },
    'Harbour',
  ],
  [
    'its title without the name of its host',
    { id, title: 'A | B _ Harbour', sourceHost: 'www.harbour.example' },
    'A | B',
  ],
  [
    'its title with an unknown suffix',
    { id, title: 'Taiwan - A history', author: 'A', tags: ['history'], sourceHost: 'a.example' },
    'Taiwan - A history',
  ],
  [
    'its title without a name after a full-width bar',
    { id, title: '海墙完工了｜海港书评', tags: ['海港书评'] },
    '海墙完工了',
  ],
  ['its title with an unknown suffix after a bar', { id, title: '海墙｜访谈' }, '海墙｜访谈'],
  ['a title that is only a suffix', { id, title: ' - Harbour', author: 'Harbour' }, ' - Harbour'],
  ['a hyphenated title', { id, title: 'Harbour-Port', author: 'Port' }, 'Harbour-Port'],
  ['the id when nothing else is known', { id }, id],
])('a post shows %s', (_, parts, shown) => {
  expect(toDisplayTitle(parts)).toBe(shown)
})
