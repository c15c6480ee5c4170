import { expect, test } from 'vitest'
import { leadToMark } from './lead-to-mark.ts'

function mark(text: string, word: string) {
  const start = text.indexOf(word)
  return { text, marks: [{ start, end: start + word.length }] }
}

test.each([
  ['a mark near the beginning', 'The harbour lights', 'lights', 'The harbour lights'],
  [
    'a distant mark and cuts after a whole word',
    `${'long words '.repeat(9)}and lights`,
    'lights',
    '…long words and lights',
  ],
  [
    'a distant mark and cuts after a sentence',
    `${'港口的灯塔'.repeat(9)}。今晚的潮汐`,
    '潮汐',
    '…今晚的潮汐',
  ],
  [
    'a distant mark in a run without punctuation',
    '港'.repeat(40) + '潮汐',
    '潮汐',
    `…${'港'.repeat(8)}潮汐`,
  ],
  [
    'a distant mark and never cuts inside an emoji',
    `${'港'.repeat(30)}👨‍👩‍👧港港港港港港潮汐`,
    '潮汐',
    '…港港港港港港潮汐',
  ],
])('keeps %s', (_name, text, word, expected) => {
  const led = leadToMark(mark(text, word))
  expect(led.text).toBe(expected)
  const [{ start, end } = { start: 0, end: 0 }] = led.marks
  expect(led.text.slice(start, end)).toBe(word)
})

test('leaves a text without marks alone', () => {
  const plain = { text: '港'.repeat(99), marks: [] }
  expect(leadToMark(plain)).toEqual(plain)
})
