import { expect, test } from 'vitest'
import { toDistanceText } from './distance-text.ts'
import { makeWords } from './words.ts'
import english from './messages/en.json' with { type: 'json' }
import chinese from './messages/zh-Hans.json' with { type: 'json' }

const words = makeWords(english, 'en')

test.each([
  ['2022-11-27', '2022-11-27', 'the same day'],
  ['2022-11-27', '2022-11-28', '1 day later'],
  ['2022-11-27', '2022-11-24', '3 days earlier'],
  ['2022-11-27', '2023-03-27', '4 months later'],
  ['2022-11-27', '2012-11-27', '10 years earlier'],
  ['2022-11-27', undefined, undefined],
  ['2022-11-27', '2022-12', '1 month later'],
  ['2022-11', '2022-09-30', '2 months earlier'],
  ['2022-11', '2022-11-30', undefined],
  ['2022', '2023-01-01', '1 year later'],
  ['2022-11', '2022', undefined],
  ['2022', '2012', '10 years earlier'],
  [undefined, '2022-11-27', undefined],
])('from %s to %s is %s', (from, to, expected) => {
  expect(toDistanceText({ from, to }, words)).toBe(expected)
})

test('distances are told in Chinese', () => {
  const text = toDistanceText(
    { from: '2022-11-27', to: '2022-11-30' },
    makeWords(chinese, 'zh-Hans'),
  )
  expect(text).toBe('3 天后')
})
