import { expect, test } from 'vitest'
import { findFirstHeading } from './first-heading.ts'

test.each<[body: string, title: string | undefined]>([
  ['# The tide clock\n\nIt has two hands.', 'The tide clock'],
  [
    '\n\n#   The *tide* [clock](https://a.example) of `brass` ##\n\nText',
    'The tide clock of brass',
  ],
  ['# The clock {#clock .big}\nText', 'The clock'],
  ['# The clock\n{: #clock}\nText', 'The clock'],
  ['The tide clock\n==============\n\nText', 'The tide clock'],
  ['<!-- written in fog -->\n# Fog', 'Fog'],
  ['<h1 class="x">Fog &amp; <em>rain</em></h1>\n\nText', 'Fog & rain'],
  ['# snake_case and __bold__', 'snake_case and bold'],
  ['# C\\# and 2 \\* 3', 'C# and 2 * 3'],
  ['# 潮汐鐘\n\n它有兩根針。', '潮汐鐘'],
  ['Text first.\n\n# Fog', undefined],
  ['## Fog\n\nText', undefined],
  ['#tag of a note program', undefined],
  ['# {{ page.name }}', undefined],
  ['# ***', undefined],
  ['Two lines\nof text\n\n===', undefined],
  ['', undefined],
])('%j has the title %s', (body, title) => {
  expect(findFirstHeading(body, 'a.md')).toBe(title)
})

test('a page in HTML has no headings of Markdown', () => {
  expect(findFirstHeading('# Fog', 'a.html')).toBeUndefined()
  expect(findFirstHeading('<h1>Fog</h1>', 'a.html')).toBe('Fog')
})

test('S20 a body built to be slow is read in linear time', () => {
  for (const text of [
    '<!--',
    '# ' + '*a'.repeat(140) + '\n',
    '[',
    '`',
    '_a ',
    '<h1>',
    'import a\n',
  ]) {
    expect(() => findFirstHeading(text.repeat(20_000), 'a.md')).not.toThrow()
  }
})
