import { expect, test } from 'vitest'
import { textDirection } from './language.ts'

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['FA-IR', 'rtl'],
  ['zh-Hant', 'ltr'],
  ['arn', 'ltr'],
  ['', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(textDirection(language)).toBe(direction)
})
