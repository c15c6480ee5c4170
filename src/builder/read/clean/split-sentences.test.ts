import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

describe('the sentences of a line', () => {
  test.each([
    [
      'end at their signs, with closing quotes',
      '守塔的人說：「燈今晚又亮了！」港口在黑暗中過了九年。',
      ['守塔的人說：「燈今晚又亮了！」', '港口在黑暗中過了九年。'],
    ],
    [
      'end behind an address, not inside it',
      'Support the harbour: https://pay.example/?to=harbour!now The lamp was lit again.',
      ['Support the harbour: https://pay.example/?to=harbour!now ', 'The lamp was lit again.'],
    ],
    [
      'keep abbreviations and numbers',
      'The keeper met Mr. Ames at No. 5 of the quay at 9.30 in the evening.',
      ['The keeper met Mr. Ames at No. 5 of the quay at 9.30 in the evening.'],
    ],
    [
      'are never as short as a greeting',
      '大家好！今天我們去看港口的燈塔。Why?',
      ['大家好！今天我們去看港口的燈塔。Why?'],
    ],
    ['of a short line are the line', 'Why?', ['Why?']],
    ['of nothing are none', '', []],
  ])('%s', (_, line, sentences) => {
    expect(splitSentences(line)).toEqual(sentences)
  })

  test('joined are the line', () => {
    const words = fc.constantFrom('海', 'sea', '。', '! ', '?', '. ', 'https://a.example/?b ', '」')
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const line = parts.join('')
        expect(splitSentences(line).join('')).toBe(line)
      }),
    )
  })
})
