import { assert, maxSafeNat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { toLocale } from './date-words.ts'
import { interfaceLanguages } from './languages/interface-languages.ts'
import { toNumberText } from './number-text.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is formatted as %s', (number, text) => {
  expect(toNumberText(number)).toBe(text)
})

test.each(interfaceLanguages.map(toLocale))('%s formats numbers like Intl', (locale) => {
  const oracle = new Intl.NumberFormat(locale)
  assert(
    property(maxSafeNat(), (number) => {
      expect(toNumberText(number)).toBe(oracle.format(number))
    }),
  )
})
