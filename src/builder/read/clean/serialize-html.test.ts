import { describe, expect, test } from 'vitest'
import { serializeHtml } from './serialize-html.ts'
import { toElement, toText } from './tree/article-tree.ts'

describe('serialized HTML', () => {
  test.each([
    ['text', [toText('a < b & c > "d"')], 'a &lt; b &amp; c &gt; "d"'],
    [
      'attributes',
      [toElement('p', [['title', '</noscript><img src=x onerror="alert(1)">&']])],
      '<p title="&lt;/noscript&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"></p>',
    ],
    ['void elements', [toElement('br'), toElement('img', [['alt', '']])], '<br><img alt="">'],
    ['a leading line break in pre', [toElement('pre', [], [toText('\na')])], '<pre>\n\na</pre>'],
  ])('S2 is correct for %s', (_, nodes, html) => {
    expect(serializeHtml(nodes)).toBe(html)
  })
})
