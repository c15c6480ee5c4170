import { expect, test } from 'vitest'
import { mayHaveSyntax } from './has-syntax.ts'

test.each([
  ['sea wall', false],
  ['"sea wall"', false],
  ['well-known', false],
  ['ORDER or ANDES', false],
  ['铁链女 丰县', false],
  ['sea -wall', true],
  ['－wall', true],
  ['sea OR wall', true],
  ['sea ＯＲ wall', true],
  ['NOT(sea)', true],
  ['sea｜wall', true],
  ['（sea wall', true],
  ['tag：sea', true],
])('%s: %s', (query, expected) => {
  expect(mayHaveSyntax(query)).toBe(expected)
})
