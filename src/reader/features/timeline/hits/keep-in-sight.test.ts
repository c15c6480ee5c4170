import { array, assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepInSight } from './keep-in-sight.ts'

const room = 68

function mark(text: string, ...words: string[]) {
  const marks = words.map((word) => {
    const start = text.indexOf(word)
    return { start, end: start + word.length }
  })
  return { text, marks }
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
  const led = keepInSight(mark(text, word), room)
  expect(led.text).toBe(expected)
  const [{ start, end } = { start: 0, end: 0 }] = led.marks
  expect(led.text.slice(start, end)).toBe(word)
})

test('leaves a text without marks alone', () => {
  const plain = { text: '港'.repeat(99), marks: [] }
  expect(keepInSight(plain, room)).toEqual(plain)
})

describe('marks far from one another', () => {
  const text = `白纸${'港'.repeat(60)}上海${'灯'.repeat(30)}`

  test('are shown in a piece each', () => {
    const kept = keepInSight(mark(text, '白纸', '上海'), room)
    expect(kept.text).toBe(`白纸${'港'.repeat(15)}…${'港'.repeat(6)}上海${'灯'.repeat(30)}`)
    expect(kept.marks.map(({ start, end }) => kept.text.slice(start, end))).toEqual([
      '白纸',
      '上海',
    ])
  })

  test('of the same word are one', () => {
    const twice = `${'港'.repeat(40)}上海${'港'.repeat(60)}上海`
    const marks = [40, 102].map((start) => ({ start, end: start + 2 }))
    const kept = keepInSight({ text: twice, marks }, room)
    expect(kept.text.indexOf('上海')).toBe(9)
    expect(kept.marks).toHaveLength(2)
  })
})

test('every mark that is kept marks the same words, and the first is in sight', () => {
  const words = constantFrom('港口', '灯', 'lamp ', 'sea, ', '👨‍👩‍👧', '。', 'é')
  assert(
    property(array(words, { maxLength: 60 }), array(integer({ min: 0, max: 59 })), (parts, at) => {
      const text = parts.join('')
      const chosen = [...new Set(at)]
        .filter((place) => place < parts.length)
        .toSorted((a, b) => a - b)
      const marks = chosen.map((place) => {
        const start = parts.slice(0, place).join('').length
        return { start, end: start + (parts[place] ?? '').length }
      })
      const kept = keepInSight({ text, marks }, room)
      const given = new Set(marks.map(({ start, end }) => text.slice(start, end)))
      for (const { start, end } of kept.marks) expect(given).toContain(kept.text.slice(start, end))
      expect(kept.marks.length > 0).toBe(marks.length > 0)
      expect(kept.marks[0]?.start ?? 0).toBeLessThanOrEqual(room)
    }),
  )
})
