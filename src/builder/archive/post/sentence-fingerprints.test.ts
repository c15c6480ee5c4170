import { describe, expect, test } from 'vitest'
import { hasMiddle, packSentences, PackedSentences } from './sentence-fingerprints.ts'

/** The fingerprint of one sentence, read back from its packed form. */
function toFingerprint(text: string) {
  const packed = packSentences({ ends: [{ text, isSaying: true }], middle: '' })
  const sentence = new PackedSentences(packed)
  expect(sentence.next()).toBe(true)
  const { weight, whole, head, tail } = sentence
  expect(sentence.next()).toBe(false)
  return { weight, whole, head, tail }
}

describe('one sentence is', () => {
  test.each([
    [
      'the same with other numbers and dates',
      'We sail on Monday, 3 March 2020, from quay 4.',
      'We sail on Friday, 12 June 2021, from quay 17.',
    ],
    [
      'the same with another address',
      'Support the harbour: https://pay.example/a?x=1',
      'Support the harbour: https://other.example/b',
    ],
    [
      'the same with other signs and letters',
      'WELCOME to the harbour!!',
      'Welcome — to the harbour.',
    ],
    [
      'the same in the other form of Chinese',
      '歡迎訂閱港口燈塔的頻道，每週三晚上九點見。',
      '欢迎订阅港口灯塔的频道，每周五晚上十点见。',
    ],
    ['the same when it has only signs', ' ---- ', '----'],
  ])('%s', (_, one, other) => {
    expect(toFingerprint(one)).toEqual(toFingerprint(other))
  })

  test.each([
    [
      'like one with another name at its end',
      'Today the keeper of the lamp talks with our guest Ada Byron.',
      'Today the keeper of the lamp talks with our guest Tom.',
      'head',
    ],
    [
      'like one with another name at its beginning',
      '我是主持人林海，歡迎收看港口新聞，請訂閱我們的頻道。',
      '我是主持人王小明，歡迎收看港口新聞，請訂閱我們的頻道。',
      'tail',
    ],
  ] as const)('%s', (_, one, other, end) => {
    const [a, b] = [toFingerprint(one), toFingerprint(other)]
    expect(a[end]).toBe(b[end])
    expect(a.whole).not.toBe(b.whole)
  })

  test.each([
    ['other words', 'The lamp was lit again.', 'The lamp was lost again.'],
    ['other signs, without words', '----', '****'],
    ['its end for a beginning', 'sea wall lamp boat '.repeat(4), 'boat lamp wall sea '.repeat(4)],
  ])('not one with %s', (_, one, other) => {
    expect(toFingerprint(one).whole).not.toBe(toFingerprint(other).whole)
  })
})

test('packed sentences keep their order, and whether something stands between them', () => {
  const texts = ['Why?', 'The lamp of the harbour was lit again on Sunday night.', '燈']
  const packed = packSentences({
    ends: texts.map((text) => ({ text, isSaying: true })),
    middle: 'More.',
  })
  expect(hasMiddle(packed)).toBe(true)
  const sentences = new PackedSentences(packed)
  const weights: number[] = []
  while (sentences.next()) weights.push(sentences.weight)
  expect(weights).toEqual([2, 20, 1])
})
