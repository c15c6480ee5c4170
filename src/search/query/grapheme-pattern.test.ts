import { expect, test } from 'vitest'
import { graphemePattern } from './grapheme-pattern.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A text that has none of a grapheme's difficulties, and one for each of them. */
const texts = [
  ['plain letters', 'The lamp, the fog and the bell.'],
  ['Chinese characters, some outside the first plane', '潮汐表𠮷𡘙'],
  ['marks after their letter', 'Ti\u1ebfng Vi\u0323t, e\u0301\u0327, Zalg\u0335\u0321\u0324o'],
  ['emoji with a skin, a joined family and a style', '👍🏽👨‍👩‍👧‍👦❤️🏴‍☠️'],
  ['flags, an odd one last', '🇫🇷🇯🇵🇹🇼🇩'],
  ['Korean in parts and composed', '\u1112\u1161\u11ab\u1100\u1173\u11af 한글'],
  ['Thai, Arabic and Hebrew with vowels', 'น้ำใจ كِتَاب שָׁלוֹם'],
  ['line ends of both kinds', 'one\r\ntwo\nthree\r'],
] as const

test.each(texts)('parts %s as the engines that can do it', (_, text) => {
  const own = [...text.matchAll(graphemePattern)].map(([grapheme]) => grapheme)
  expect(own).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment))
})
