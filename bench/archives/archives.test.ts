import { describe, expect, test } from 'vitest'
import { countElements, countKept } from './elements.ts'
import { findRawMark } from './raw-marks.ts'

describe('a raw mark', () => {
  test.each([
    ['<p>a **b** c</p>', '**b**'],
    ['<p># a</p>', '# a'],
    ['<p>[a](/b)</p>', '](/b)'],
    ['<p>a {% b %}</p>', '{% b'],
    ['<p>a</p><p>{: .b}</p>', '{: .b}'],
    ['<p>| a | b |</p>', '| a | b |'],
    ['<p>[1]: https://a.example</p>', '[1]: h'],
    ['<p>&lt;!-- a --&gt;</p>', '<!--'],
  ])('is found in %s', (html, mark) => {
    expect(findRawMark(html)).toBe(mark)
  })

  test.each([
    '<p>a <code>**b**</code></p>',
    '<pre><code># a\n{% b %}</code></pre>',
    '<p>2 ** 3 # 4</p>',
  ])('is not found in %s', (html) => {
    expect(findRawMark(html)).toBeUndefined()
  })
})

test('elements are counted, and what is kept of them', () => {
  const html = '<h2 id="a">a</h2><p><a href="/b">b</a> <a name="c">c</a></p><!-- <h2>d</h2> -->'
  expect(countElements(html, 'headings')).toBe(1)
  expect(countElements(html, 'links')).toBe(1)
  expect(
    countKept(
      [
        ['<h2>a</h2><h2>b</h2>', '<h2>a</h2>'],
        ['', '<h3>a</h3>'],
      ],
      'headings',
    ),
  ).toEqual({
    expected: 2,
    kept: 1,
  })
})
