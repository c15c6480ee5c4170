import { expect, test } from 'vitest'
import { isTooHeavy } from './html-weight.ts'

test.each([
  ['an ordinary article', '<p>x <b>y</b><br></p>'.repeat(2_000), false],
  ['paragraphs that are never closed', '<p>x'.repeat(2_000), false],
  ['256 levels', `${'<div>'.repeat(256)}x${'</div>'.repeat(256)}`, false],
  ['100,000 levels', '<div>'.repeat(100_000), true],
  ['100,000 formatting tags with mismatched end tags', '<b></i>'.repeat(100_000), true],
  ['levels hidden by stray end tags', '<b></p></div>'.repeat(1_000), true],
  ['deeply nested unknown tags', '<x-y>'.repeat(1_000), true],
  ['100,000 tags in a row', '<i>x</i>'.repeat(100_000), true],
  ['five million characters', 'x'.repeat(5_000_000), true],
])('S19 weighs %s', (_, html, heavy) => {
  expect(isTooHeavy(html)).toBe(heavy)
})

test.each([
  ['<', false],
  ['</', false],
  ['<a ', true],
  ['<a', true],
  ['<!--', false],
])('S20 weighs a million of %s', (part, heavy) => {
  expect(isTooHeavy(part.repeat(1_000_000).slice(0, 3_999_999))).toBe(heavy)
})
